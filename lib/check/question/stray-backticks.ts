import type { Edit } from '@/lib/core/finding'
import type { AnswerText } from './answer-text'

/** A backtick in a word, where it is in the file, and what to write instead. */
export type StrayBacktick = { at: number; message: string; fix: Edit[] | undefined }

const hawaiian = /^[aeiouāēīōūhklmnpw`ʻ]+$/i
const vowel = /^[aeiouāēīōū]/i
const contraction = /^(?:s|t|d|m|ll|re|ve)(?![\p{L}\p{N}])/iu

/**
 * The backticks inside words, which stand for an apostrophe or an ʻokina: those that are shown, and pairs that turn the
 * text between them into code (`Hawai`i and O`ahu`).
 */
export function listStrayBackticks(answer: AnswerText, text: string): StrayBacktick[] {
  const offsets = [...answer.prose.matchAll(/(?<=\p{Script=Latin})`(?=\p{Script=Latin})/gu)].map(({ index }) => index)
  for (const { position } of answer.list('inlineCode')) {
    const start = position?.start.offset ?? 0
    const end = (position?.end.offset ?? 0) - 1
    const code = answer.markdown.slice(start + 1, end)
    if (isBetweenWords(answer.markdown, start, end, code)) offsets.push(start, end)
  }
  return offsets.sort((a, b) => a - b).map((offset) => toStray(answer, text, offset))
}

/**
 * Whether both marks of a piece of code are in words, or one is and the other begins one (`Ka`ahumanu and `Iolani`).
 */
function isBetweenWords(text: string, start: number, end: number, code: string): boolean {
  if (!/\s/.test(code)) return false
  const begins = isInWord(text, start)
  const ends = isInWord(text, end)
  if (begins && ends) return true
  const word = text.slice(end + 1, end + 41).match(/^\p{L}*/u)?.[0] ?? ''
  if (ends) return isHawaiian(/\p{L}*$/u.exec(code)?.[0] ?? '', word)
  return begins && /\s$/.test(code) && isHawaiian('', word)
}

const isHawaiian = (before: string, after: string) => hawaiian.test(before + after) && vowel.test(after)

const isInWord = (text: string, at: number) => /^\p{Script=Latin}`\p{Script=Latin}/u.test(text.slice(at - 1, at + 2))

function toStray(answer: AnswerText, text: string, offset: number): StrayBacktick {
  const { markdown } = answer
  const at = answer.toFile(offset)
  const before = /[\p{L}`]*$/u.exec(markdown.slice(Math.max(0, offset - 40), offset))?.[0] ?? ''
  const after = /^[\p{L}`]*/u.exec(markdown.slice(offset + 1, offset + 41))?.[0] ?? ''
  const isOkina = isHawaiian(before, after)
  const right = contraction.test(after) ? "'" : isOkina ? 'ʻ' : undefined
  const shown = `${before}\`${after}`
  const remedy =
    right === undefined
      ? "Write ' for an apostrophe, or ʻ (U+02BB) for an ʻokina"
      : `Write ${before}${right}${after}${right === 'ʻ' ? ', with an ʻokina (U+02BB)' : ''}`
  const message = `A backtick begins or ends code, and is not part of a word: ${shown}. ${remedy}.`
  return {
    at,
    message,
    fix: right !== undefined && text[at] === '`' ? [{ start: at, end: at + 1, text: right }] : undefined,
  }
}
