import { stemmer } from 'stemmer'
import { spellCodeWords } from './code-words'

/** The words of a text as the full-text index has them: lower-case letters and digits, without accents. */
export function toWords(text: string): string[] {
  return splitWords(spellCodeWords(text))
}

/** The words of a query, in which each word is looked for. */
export const toWantedWords = (text: string) => splitWords(spellCodeWords(text, true))

/** The words of a text in which words of letters and marks are spelled already (code-words.ts). */
export function splitWords(text: string): string[] {
  if (ascii.test(text)) return text.toLowerCase().match(/[a-z0-9]+/g) ?? []
  return toPlainLetters(text).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []
}

/** Most texts are ASCII: for those words are found in half the time. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant.
const ascii = /^[\x00-\x7f]*$/

/** Accents, points and signs that people leave out: of all alphabets, on symbols, and how emoji are drawn. */
const droppedMarks = /(?=\p{M})[\u0300-\u06ff\u20d0-\u20ff\ufe00-\ufe0f]/gu

/**
 * A text as words are compared: in lower case and without accents. Marks that are letters to who reads them, such as the
 * vowels of Devanagari and the voiced kana, stay, joined with their letters where Unicode has both as one.
 */
export const toPlainLetters = (text: string) =>
  ascii.test(text) ? text.toLowerCase() : text.normalize('NFD').replace(droppedMarks, '').normalize('NFC').toLowerCase()

/** How many words are cached: the same ones occur again and again. */
const mostRemembered = 20_000
const stems = new Map<string, string>()

/** What a word has in common with its other forms (`derivatives`, `derivative`), by Porter's algorithm as in the index. */
export function toStem(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  const stem = word.length < 3 ? word : stemmer(word)
  if (stems.size >= mostRemembered) stems.clear()
  stems.set(word, stem)
  return stem
}
