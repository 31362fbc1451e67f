import { toWords } from '@/lib/core/words'

const bits = 26
const ids = 2 ** bits
const longestTitle = 255

/** An odd number, so that multiplying by it, cut to 26 bits, gives each id another number; and the one that undoes it. */
const factor = 39_083_849
const inverse = 65_716_985

/**
 * Where a question stands in the index of headings. A search that finds too many reads only the first ones, so those
 * come first that it would rank best, the ones with few words in their title, and among them all subjects mixed.
 */
export function toHeadingKey(id: number, title: string): number {
  const words = Math.min(toWords(title).length, longestTitle)
  return words * ids + ((id * factor) % ids)
}

export const toQuestionId = (headingKey: number) => ((headingKey % ids) * inverse) % ids
