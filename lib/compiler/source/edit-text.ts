import type { Edit } from '@/lib/core/finding'
import { byteOrderMark } from './read-text'

/**
 * The bytes of a UTF-8 file with edits to its text, as `readText` returns it. Edits may be in any order and must
 * not overlap. All other bytes stay as they are, a byte-order mark and `\r\n` too; line breaks in new text are written
 * as in the rest of the file.
 */
export function applyEdits(bytes: Buffer, edits: readonly Edit[]): Buffer {
  const raw = bytes.toString('utf8')
  const lineEnd = raw.includes('\r\n') ? '\r\n' : '\n'
  const toRaw = locateInFile(raw)
  const inFile = edits.map(({ start, end, text }) => ({
    start: toRaw(start),
    end: toRaw(end),
    text: text.replaceAll('\n', lineEnd),
  }))
  return Buffer.from(replaceRanges(raw, inFile))
}

/** Maps an offset in the text of a file, as `readText` returns it, to the offset in the raw file. */
export function locateInFile(raw: string): (offset: number) => number {
  const start = raw.startsWith(byteOrderMark) ? 1 : 0
  // The offsets of line breaks that are two characters in the file.
  const longBreaks = [...raw.matchAll(/\r\n/g)].map(({ index }, before) => index - start - before)
  return (offset) => offset + start + countBelow(longBreaks, offset)
}

/** A text with some of its ranges replaced, which do not overlap. */
export function replaceRanges(text: string, edits: readonly Edit[]): string {
  let out = ''
  let at = 0
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    if (edit.start < at) throw new Error('Two changes overlap.')
    out += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return out + text.slice(at)
}

/** How many of some ascending numbers are less than `limit`. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] as number) < limit) low = middle + 1
    else high = middle
  }
  return low
}
