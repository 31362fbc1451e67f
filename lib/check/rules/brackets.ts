import type { Mistake } from '@/lib/core/finding'
import type { QuestionFile } from '../question-file'

/** Brackets that open and never close in their paragraph, and stars that make no bold text. */
export function* checkBrackets({ answer }: QuestionFile): Generator<Mistake> {
  const blocks = [...answer.list('paragraph'), ...answer.list('heading'), ...answer.list('tableCell')]
  for (const { position } of blocks) {
    const start = position?.start.offset ?? 0
    const text = answer.prose.slice(start, position?.end.offset)
    for (const open of findUnclosed(text)) {
      const message = `“${text[open]}” opens here and does not close in this paragraph. Close it, or remove it.`
      yield { at: answer.toFile(start + open), rule: 'unclosed-bracket', message }
    }
    const stars = /(?<![\p{L}\p{N}*\\])\*\*(?=\p{L})(?!kwargs)|(?<=\p{L})\*\*(?![\p{L}\p{N}*])/u.exec(text)
    if (stars) {
      const message =
        'These stars make nothing bold, so readers see them. Put ** directly before the first and after the last word.'
      yield { at: answer.toFile(start + stars.index), rule: 'unclosed-emphasis', message }
    }
  }
}

/** Whether a bracket opens something: `:(` is a face, and in ]0, 1[ the second one closes. */
function isOpening(text: string, at: number): boolean {
  if (text[at] === '(') return !/[:;]-?$/.test(text.slice(Math.max(0, at - 2), at))
  return text[at] === '[' && /\S/.test(text[at + 1] ?? '') && !/[\p{L}\p{N}]\[[\p{P}]/u.test(text.slice(at - 1, at + 2))
}

/** Offsets of brackets that nothing closes. Either kind closes the other: an interval is written [0, 1). */
function findUnclosed(text: string): number[] {
  const open: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] as string
    if (char === '\\') at += 1
    else if (isOpening(text, at)) open.push(at)
    else if (char === ')' || char === ']') open.pop()
  }
  return open
}
