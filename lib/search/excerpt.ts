import { escapeHtml } from '@/lib/core/escape-html'
import { findWords, type Piece } from '@/lib/core/find-words'

/** In characters: words further apart are not shown together. */
const excerptLength = 180

/** Characters before the first found word, to show it in context. */
const lead = 50

/**
 * The part of a text with the most searched words, as escaped HTML with the words in `<mark>`; undefined if it has none.
 * `stems` are the stems of the words.
 */
export function toExcerptHtml(text: string, stems: ReadonlySet<string>): string | undefined {
  const found = findWords(text, stems)
  const first = findBest(found)
  if (!first) return undefined
  const start = first.start <= lead ? 0 : nextWord(text, first.start - lead)
  const end = text.length - start <= excerptLength ? text.length : start + excerptLength
  const stop = end === text.length ? end : Math.max(text.lastIndexOf(' ', end), first.end)
  return `${start > 0 ? '…' : ''}${toMarkedHtml(text.slice(start, stop), stems)}${stop < text.length ? '…' : ''}`
}

/** A text as escaped HTML, with the first occurrence of each searched word in `<mark>`. */
export function toMarkedHtml(text: string, stems: ReadonlySet<string>): string {
  let html = ''
  let at = 0
  const marked = new Set<string>()
  for (const { start, end, stem } of findWords(text, stems)) {
    if (marked.has(stem)) continue
    marked.add(stem)
    html += `${escapeHtml(text.slice(at, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>`
    at = end
  }
  return html + escapeHtml(text.slice(at))
}

/** The word at which the excerpt with the most different words starts. */
function findBest(found: readonly Piece[]): Piece | undefined {
  let best: { piece: Piece; different: number } | undefined
  for (const [index, piece] of found.entries()) {
    const near = new Set<string>()
    for (
      let next = index;
      next < found.length && (found[next] as Piece).end < piece.start + excerptLength - lead;
      next += 1
    )
      near.add((found[next] as Piece).stem)
    if (!best || near.size > best.different) best = { piece, different: near.size }
  }
  return best?.piece
}

const nextWord = (text: string, from: number) => text.indexOf(' ', from) + 1
