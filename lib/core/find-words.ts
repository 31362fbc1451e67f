import { toStem, toWords } from './words'

/** A word that was found: its place in the text, and its stem. */
export type Piece = { start: number; end: number; stem: string }

/** Where the searched words are in a text. */
export function findWords(text: string, stems: ReadonlySet<string>): Piece[] {
  const found: Piece[] = []
  for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:\+\+|#)?/gu)) {
    const [word] = match
    // Lower-casing is enough for nearly all words.
    const stem = toStem(/^[A-Za-z0-9]+$/.test(word) ? word.toLowerCase() : (toWords(word)[0] ?? ''))
    if (stems.has(stem)) found.push({ start: match.index, end: match.index + match[0].length, stem })
  }
  return found
}
