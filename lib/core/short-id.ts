import { createHash } from 'node:crypto'
import { toQuestionPath } from './routes'
import type { QuestionKey } from './types'

/** Crockford's base32, without letters that look like digits: https://www.crockford.com/base32.html */
const digits = '0123456789abcdefghjkmnpqrstvwxyz'
const length = 8

/**
 * The number of a question in short addresses: a 40-bit hash of its address, so it is the same in every store. Among a
 * million questions, two may share one.
 */
export const toShortNumber = ({ subject, slug }: QuestionKey): number =>
  createHash('sha256').update(toQuestionPath(subject, slug)).digest().readUIntBE(0, 5)

/** The short number as eight letters and digits. */
export const toShortId = (key: QuestionKey): string => writeShortId(toShortNumber(key))

export function writeShortId(number: number): string {
  let id = ''
  for (let rest = number, place = 0; place < length; place += 1, rest = Math.floor(rest / 32)) {
    id = digits.charAt(rest % 32) + id
  }
  return id
}

/** Parses a short id, also one that was copied by hand (`O` for `0`, `l` for `1`); undefined for any other text. */
export function parseShortId(id: string): number | undefined {
  const written = id.toLowerCase().replaceAll('o', '0').replace(/[il]/g, '1')
  const values = Array.from(written, (digit) => digits.indexOf(digit))
  if (values.length !== length || values.includes(-1)) return undefined
  return values.reduce((number, value) => number * 32 + value, 0)
}
