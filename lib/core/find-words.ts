import { toStem, toWords } from './words'

/** A found word: its place in the text, and its stem. */
export type Piece = { start: number; end: number; stem: string }

const anyWord = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:\+\+|#)?/uy

/** Finds the words of a text that have one of the stems. */
export function findWords(text: string, stems: ReadonlySet<string>): Piece[] {
  const found: Piece[] = []
  const mayHave = toBeginningTest(stems)
  for (let at = 0; at < text.length; ) {
    const endOfPlain = skipPlain(text, at)
    const isPlain = endOfPlain > at && !mayContinue(text, endOfPlain)
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

/** The end of the run of ASCII letters and digits that begins at `start`. */
function skipPlain(text: string, start: number): number {
  let end = start
  while (isPlainAt(text, end)) end += 1
  return end
}

function isPlainAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return (toLower(code) >= 0x61 && toLower(code) <= 0x7a) || (code >= 0x30 && code <= 0x39)
}

/** Whether such a run may be part of a longer word, or of `C++` or `C#`. */
const mayContinue = (text: string, end: number) =>
  text.charCodeAt(end) > lastOfAscii || text[end] === '#' || text[end] === '+'

/** The end of the word that begins at `start`; `start` itself if none does. */
function skipWord(text: string, start: number): number {
  if (text.charCodeAt(start) <= lastOfAscii && !isPlainAt(text, start)) return start
  anyWord.lastIndex = start
  return anyWord.test(text) ? anyWord.lastIndex : start
}

/**
 * Returns a quick test of whether the plain word at an offset may have one of the stems. A stem of three letters or more
 * shares its first two with its words, a shorter one only the first: `ai` is the stem of `ays`.
 */
function toBeginningTest(stems: ReadonlySet<string>): (text: string, at: number) => boolean {
  const [letters, pairs] = [new Set<number>(), new Set<number>()]
  for (const stem of stems) {
    if (stem.length < 3) letters.add(stem.charCodeAt(0))
    else pairs.add(toPair(stem, 0))
  }
  return (text, at) => pairs.has(toPair(text, at)) || letters.has(toLower(text.charCodeAt(at)))
}

/** Two characters as one number. */
const toPair = (text: string, at: number) => (toLower(text.charCodeAt(at)) << 16) | toLower(text.charCodeAt(at + 1))

/** Sets the bit that distinguishes a lower-case letter from its capital; digits have it anyway. */
const toLower = (code: number) => code | 0x20
