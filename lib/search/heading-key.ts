import { toWords } from '@/lib/core/words'

const bits = 26
const ids = 2 ** bits
const longestTitle = 255

/** An odd number, so that multiplying by it modulo 2^26 permutes the ids; and its inverse. */
const factor = 39_083_849
const inverse = 65_716_985

/**
 * The key of a question in the index of headings. A search with too many matches reads only the first ones, so the keys
 * sort first what would rank best: titles with few words, and among these, all subjects mixed.
 */
export function toHeadingKey(id: number, title: string): number {
  const words = Math.min(toWords(title).length, longestTitle)
  return words * ids + ((id * factor) % ids)
}

export const toQuestionId = (headingKey: number) => ((headingKey % ids) * inverse) % ids

/** `toQuestionId` as an SQL expression. */
export const toQuestionIdSql = (headingKey: string) => `(${headingKey} % ${ids} * ${inverse} % ${ids})`
