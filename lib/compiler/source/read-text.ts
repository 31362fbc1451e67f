import type { Finding } from '@/lib/core/finding'
import { checkEncoding } from '../rules/file/encoding'

export const byteOrderMark = '\uFEFF'

/** The text of a UTF-8 file, without byte-order mark and with `\n` as line ends; a finding if it is not UTF-8. */
export function readText(bytes: Buffer): string | Finding {
  const wrong = checkEncoding(bytes)
  if (wrong) return wrong
  const text = bytes.toString('utf8')
  const start = text.startsWith(byteOrderMark) ? 1 : 0
  return text.includes('\r') ? text.slice(start).replace(/\r\n?/g, '\n') : text.slice(start)
}
