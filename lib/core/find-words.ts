import { toStem, toWords } from './words'

/** A word that was found: its place in the text, and its stem. */
export type Piece = { start: number; end: number; stem: string }

/** Where the searched words are in a text. */
export function findWords(text: string, stems: ReadonlySet<string>): Piece[] {
  const found: Piece[] = []
  // A stem begins as its word does: most words need not be stemmed.
  const beginnings = new Set(Array.from(stems, (stem) => stem[0]))
  for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:\+\+|#)?/gu)) {
    const [word] = match
    // Lower-casing is enough for nearly all words.
    const isPlain = /^[A-Za-z0-9]+$/.test(word)
    if (isPlain && !beginnings.has(word[0]?.toLowerCase())) continue
    const stem = toStem(isPlain ? word.toLowerCase() : (toWords(word)[0] ?? ''))
    if (stems.has(stem)) found.push({ start: match.index, end: match.index + match[0].length, stem })
  }
  return found
}
