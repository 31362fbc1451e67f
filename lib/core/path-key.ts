import { hashAddress } from './address-hash'
import { toSection } from './question-form'

/** From 2^8 links on, all numbers of links count the same. */
const maxSteps = 9

/** The key of questions that are not on a topic's path: sorts after all others. */
export const offPath = '~'

/**
 * The sort key of a question on the path of each of its topics: its section, then the most linked first, then a stable
 * order. Following the path to ever greater keys never visits a question twice.
 */
export function toPathKey(title: string, slug: string, links: number): string {
  const steps = Math.min(maxSteps, Math.ceil(Math.log2(links + 1)))
  return `${toSection(title)}${maxSteps - steps}${hashAddress(slug).toString(36).padStart(11, '0')}`
}
