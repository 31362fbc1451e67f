import { isQuoted, toParagraph } from './quotation'

export type Part = { start: number; end: number }

const sentenceEnd = /[.!?][)\]"”’*_`]*\s+(?=["“‘'(*_`]{0,3}[\p{Lu}\p{N}])/gu

/** Words in sentences about how something is written. */
const talk =
  /\b(?:writ(?:e|es|ten|ing)|typed|typing|(?:you|to|we|they|can|must|and) type|commands?|macros?|syntax|markup|backslash(?:es)?|escaped as|escape (?:sequence|code|character)s?|encod\w+|decod\w+|stands? for|(?:appears?|shown?|displayed|read|looks?) (?:as|like))\b|^\W*type\b/i

/** Words in texts that are about TeX commands rather than use them. */
export const texTopic = /(?<![A-Za-z])(?:(?:La|Ka|Xe|Lua)?TeX|MathJax|mhchem)(?![A-Za-z])/

/** Characters next to a word that are not part of it. */
const edge = /[\s"“”„«»‹›‘’'*_()[\]`|,;:!?]/

/**
 * Whether a part of a text is mentioned rather than used: it is quoted, is set apart by stars or underscores, or its
 * sentence has one of its `meanings` next to it, or words about writing. What is mentioned may be meant literally, so
 * no fix is certain.
 */
export function isMentioned(text: string, part: Part, meanings: readonly string[], words = talk): boolean {
  const { start, end } = toWord(text, part)
  if (isQuoted(text, start, end) || isSetApart(text, start, end)) return true
  const [before, after] = toSentence(text, part)
  return words.test(before) || words.test(after) || meanings.some((meant) => has(before, meant) || has(after, meant))
}

/** The word that a part of a text is in, without the punctuation around it. */
export function toWord(text: string, part: Part): Part {
  let { start, end } = part
  while (start > 0 && !edge.test(text[start - 1] as string)) start -= 1
  while (end < text.length && !edge.test(text[end] as string)) end += 1
  while (end > part.end && text[end - 1] === '.') end -= 1
  return { start, end }
}

/** What to add to a message if a part of a text may be meant literally. */
export const toCodeRemedy = (found: string) => ` If the text is about it, put it in code: \`${found}\`.`

const isSetApart = (text: string, start: number, end: number) =>
  /[*_]/.test(text[start - 1] ?? '') && text[start - 1] === text[end] && text[start - 2] !== '\\'

function toSentence(text: string, { start, end }: Part): [before: string, after: string] {
  const [before, after] = toParagraph(text, start, end)
  const last = [...`${before}${text.slice(start, end)}`.matchAll(sentenceEnd)].at(-1)
  return [last ? before.slice(last.index + last[0].length) : before, after.split(sentenceEnd, 1)[0] ?? '']
}

/** No word is longer, and V8 refuses patterns of about ten thousand characters. */
const longestMeant = 1_000

/** Whether a text has a word or a sign by itself. */
function has(text: string, meant: string): boolean {
  if (meant.trim() === '' || meant.length > longestMeant) return false
  const isWord = /[\p{L}\p{N}]/u.test(meant)
  const adjacent = isWord ? '[\\p{L}\\p{N}]' : '[^\\s"“”‘’\'()`,;:.]'
  const pattern = `(?<!${adjacent})${meant.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?!${adjacent})`
  return new RegExp(pattern, 'iu').test(text)
}
