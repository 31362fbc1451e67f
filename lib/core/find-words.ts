import { toStem, toWords } from './words'

/** A word that was found: its place in the text, and its stem. */
export type Piece = { start: number; end: number; stem: string }

const anyWord = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:\+\+|#)?/uy

/** Where the searched words are in a text. */
export function findWords(text: string, stems: ReadonlySet<string>): Piece[] {
  const found: Piece[] = []
  const mayHave = prepareBeginnings(stems)
  for (let at = 0; at < text.length; ) {
    const endOfPlain = skipPlain(text, at)
    const isPlain = endOfPlain > at && !mayGoOn(text, endOfPlain)
    const end = isPlain ? endOfPlain : skipWord(text, at)
    // Most words need not be stemmed.
    if (end > at && (!isPlain || mayHave(text, at))) {
      const word = text.slice(at, end)
      const stem = toStem(isPlain ? word.toLowerCase() : (toWords(word)[0] ?? ''))
      if (stems.has(stem)) found.push({ start: at, end, stem })
    }
    at = Math.max(end, at + 1)
  }
  return found
}

const lastOfAscii = 0x7f

/** Where the letters and digits of ASCII end that begin at a place. */
function skipPlain(text: string, start: number): number {
  let end = start
  while (isPlainAt(text, end)) end += 1
  return end
}

function isPlainAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return (toLower(code) >= 0x61 && toLower(code) <= 0x7a) || (code >= 0x30 && code <= 0x39)
}

/** Whether plain letters that end at a place may be part of a longer word, or of `C++` or `C#`. */
const mayGoOn = (text: string, end: number) =>
  text.charCodeAt(end) > lastOfAscii || text[end] === '#' || text[end] === '+'

/** Where the word ends that begins at a place; the place itself where none does. */
function skipWord(text: string, start: number): number {
  if (text.charCodeAt(start) <= lastOfAscii && !isPlainAt(text, start)) return start
  anyWord.lastIndex = start
  return anyWord.test(text) ? anyWord.lastIndex : start
}

/**
 * Tells whether a plain word at a place of a text may have one of the stems. A stem of three letters or more has the first
 * two in common with its words, any other the first: `ai` is that of `ays`.
 */
function prepareBeginnings(stems: ReadonlySet<string>): (text: string, at: number) => boolean {
  const [letters, pairs] = [new Set<number>(), new Set<number>()]
  for (const stem of stems) {
    if (stem.length < 3) letters.add(stem.charCodeAt(0))
    else pairs.add(toPair(stem, 0))
  }
  return (text, at) => pairs.has(toPair(text, at)) || letters.has(toLower(text.charCodeAt(at)))
}

/** Two characters as one number. */
const toPair = (text: string, at: number) => (toLower(text.charCodeAt(at)) << 16) | toLower(text.charCodeAt(at + 1))

/** Sets the bit that tells a small letter from its capital; digits have it too. */
const toLower = (code: number) => code | 0x20
