import { isUtf8 } from 'node:buffer'
import type { Problem } from '@/lib/core/finding'

/**
 * A question larger than this is a mistake: the longest of 35,915 real answers has 4,966 characters. In bytes. It also
 * bounds what a page can cost: 64 KiB made to be slow keep Markdown's parser busy for seconds, a megabyte for hours.
 */
export const maxFileSize = 64 * 1024

const byteOrderMark = '\uFEFF'

/** The text of a UTF-8 file, a byte-order mark dropped and line ends made `\n`; a Problem where it is not UTF-8. */
export function readText(bytes: Buffer): string | Problem {
  if (!isUtf8(bytes)) return toEncodingProblem(bytes)
  const text = bytes.toString('utf8')
  const start = text.startsWith(byteOrderMark) ? 1 : 0
  return text.includes('\r') ? text.slice(start).replace(/\r\n?/g, '\n') : text.slice(start)
}

function toEncodingProblem(bytes: Buffer): Problem {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  let line = 1
  let start = 0
  let end = bytes.indexOf(0x0a)
  while (end !== -1 && isUtf8(bytes.subarray(start, end))) {
    line += 1
    start = end + 1
    end = bytes.indexOf(0x0a, start)
  }
  const lineBytes = bytes.subarray(start, end === -1 ? bytes.length : end)
  const found = utf16 ? 'UTF-16' : `the byte 0x${lineBytes[firstInvalid(lineBytes)]?.toString(16).padStart(2, '0')}`
  return {
    line,
    column: utf16 ? 1 : lineBytes.subarray(0, firstInvalid(lineBytes)).toString('utf8').length + 1,
    rule: 'encoding',
    message: `The file is not UTF-8: found ${found}. Save it as UTF-8.`,
  }
}

/** The index of the first byte that no UTF-8 character explains. */
function firstInvalid(bytes: Buffer): number {
  for (let end = 1; end <= bytes.length; end += 1) {
    // A character has at most four bytes: only a prefix that stays invalid so long is wrong where it begins.
    if ([0, 1, 2, 3].every((more) => end + more > bytes.length || !isUtf8(bytes.subarray(0, end + more))))
      return end - 1
  }
  return 0
}
