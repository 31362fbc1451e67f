import type { Edit } from '@/lib/core/finding'

/** Edited TeX, and a function from its offsets to those in the original. */
export type EditedTex = { tex: string; toOriginal: (offset: number) => number }

/** Applies edits that do not overlap, in any order. */
export function editTex(original: string, edits: readonly Edit[]): EditedTex {
  if (edits.length === 0) return { tex: original, toOriginal: (offset) => offset }
  const sorted = edits.toSorted((a, b) => a.start - b.start)
  let tex = ''
  let done = 0
  for (const { start, end, text } of sorted) {
    tex += original.slice(done, start) + text
    done = end
  }
  return { tex: tex + original.slice(done), toOriginal: (offset) => findOriginal(sorted, offset) }
}

/** The offset of an inserted character is where it was inserted. */
function findOriginal(edits: readonly Edit[], offset: number): number {
  let shift = 0
  for (const { start, end, text } of edits) {
    if (offset < start + shift) break
    if (offset < start + shift + text.length) return start
    shift += text.length - (end - start)
  }
  return offset - shift
}
