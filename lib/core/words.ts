import { stemmer } from 'stemmer'
import { replaceGrowth, spellCodeWords } from './code-words'

/** The words of a text as in the full-text index: lower-case letters and digits, without accents. */
export function toWords(text: string): string[] {
  return splitWords(spellCodeWords(text))
}

/** The words of a query, every one of which is searched for. */
export const toQueryWords = (text: string) => splitWords(spellCodeWords(text, replaceGrowth))

/** The words of a text that `spellCodeWords` has already processed. */
export function splitWords(text: string): string[] {
  if (ascii.test(text)) return text.toLowerCase().match(/[a-z0-9]+/g) ?? []
  return toPlainLetters(text).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []
}

/** Most texts are ASCII, and splitting those takes half the time. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it means all of ASCII
const ascii = /^[\x00-\x7f]*$/

/** Marks that people leave out: accents and points of all alphabets, marks on symbols, and variation selectors. */
const droppedMarks = /(?=\p{M})[\u0300-\u06ff\u20d0-\u20ff\ufe00-\ufe0f]/gu

/** Second forms of letters, such as the micro sign and `ϕ`: the tokenizer of SQLite's index takes them for the first. */
const otherForms = /[µſςϐ-ϖϰ-ϵ]/g

/**
 * Normalises a text for comparing words: lower case, without accents. Marks that readers regard as letters, such as the
 * vowels of Devanagari and the voiced kana, stay, composed with their letters where Unicode has such characters.
 */
export const toPlainLetters = (text: string) =>
  ascii.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFD')
        .replace(droppedMarks, '')
        .normalize('NFC')
        .toLowerCase()
        .replace(otherForms, (letter) => letter.toUpperCase().toLowerCase())

/**
 * In characters. Longer words are data, such as keys and sequences of genes: they are found by their beginnings, and are
 * never suggested. PostgreSQL indexes no text of more than 2,704 bytes.
 */
export const longestWord = 500

/** How many stems are cached: the same words occur again and again. */
const maxCached = 20_000
const stems = new Map<string, string>()

/** The stem that a word shares with its other forms (`derivatives`, `derivative`), by Porter's algorithm as in the index. */
export function toStem(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  const stem = word.length < 3 ? word : stemmer(word.slice(0, longestWord))
  if (stems.size >= maxCached) stems.clear()
  stems.set(word, stem)
  return stem
}
