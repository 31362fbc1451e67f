import { isUtf8 } from 'node:buffer'
import { type Finding, toFinding } from '@/lib/core/finding'
import type { RuleDefinition } from '@/lib/core/rule'

export const rule: RuleDefinition = {
  name: 'encoding',
  severity: 'error',
  blocks: true,
  expects: 'A file is UTF-8, without zero bytes.',
  why: 'Text in another encoding shows up as wrong letters, or not at all. SQLite ends a text at a zero byte, and git treats a file with one as binary.',
  wrong: 'title: Caf\\xe9?      (Latin-1)',
  right: 'title: Café?         (UTF-8)',
}

const isText = (bytes: Buffer) => isUtf8(bytes) && !bytes.includes(0)

/** The finding for bytes that are not UTF-8 text, at the first invalid one; undefined if all are valid. */
export function checkEncoding(bytes: Buffer): Finding | undefined {
  if (isText(bytes)) return undefined
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  let line = 1
  let start = 0
  let end = bytes.indexOf(0x0a)
  while (end !== -1 && isText(bytes.subarray(start, end))) {
    line += 1
    start = end + 1
    end = bytes.indexOf(0x0a, start)
  }
  const lineBytes = bytes.subarray(start, end === -1 ? bytes.length : end)
  const invalid = findInvalid(lineBytes)
  const found = utf16 ? 'UTF-16' : `the byte 0x${lineBytes[invalid]?.toString(16).padStart(2, '0')}`
  const column = utf16 ? 1 : lineBytes.subarray(0, invalid).toString('utf8').length + 1
  return toFinding(rule, {
    at: { line, column },
    message:
      !utf16 && lineBytes[invalid] === 0
        ? 'There is a zero byte here, which text never contains. Remove it; if there are many, save the file as UTF-8.'
        : `The file is not UTF-8: found ${found}. Save it as UTF-8.`,
  })
}

/** The index of the first byte that is zero, or not part of a valid UTF-8 character. */
function findInvalid(bytes: Buffer): number {
  // A character has up to four bytes, so a prefix that ends inside one is invalid only if three more do not complete it.
  const isInvalid = (end: number) =>
    [0, 1, 2, 3].every((more) => end + more > bytes.length || !isText(bytes.subarray(0, end + more)))
  let [valid, invalid] = [0, bytes.length]
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1
    if (isInvalid(middle)) invalid = middle
    else valid = middle
  }
  return invalid - 1
}
