import { hashAddress } from './address-hash'
import { toSection } from './question-form'

/** More than 2^8 links count alike. */
const mostSteps = 9

/** What is not on the path of a topic comes after it. */
export const offPath = '~'

/**
 * The place of a question on the path of every topic that it is on: its section, the most linked first, then a stable
 * order. Who goes from questions to ones with a greater key meets none twice.
 */
export function toPathKey(title: string, slug: string, links: number): string {
  const steps = Math.min(mostSteps, Math.ceil(Math.log2(links + 1)))
  return `${toSection(title)}${mostSteps - steps}${hashAddress(slug).toString(36).padStart(11, '0')}`
}
