import { listTellingStems } from './telling'

/** What a question is about: its telling stems, each with how much it counts, and the length of all as a vector. */
type Topic = { weights: Map<string, number>; length: number }

/** How much a word counts by where it is. */
const places = { title: 1, keywords: 0.6 }

/** How much a word tells of which only one side is known. */
const usualRarity = 0.7

/** How much less similarity counts across subjects, and how many words must be shared: a single one may be chance. */
const otherSubject = 0.8
const sharedAcrossSubjects = 2

/** What a question is not similar enough to below this (docs/judged/related.md). */
export const leastSimilar = 0.2

/** What a question is compared by: its subject, and the telling stems of its title and of its keywords. */
export type Compared = { subject: string; title: readonly string[]; keywords: readonly string[] }

/** What a question with these texts is compared by. */
export const toCompared = ({ subject, title, keywords }: Record<keyof Compared, string>): Compared => ({
  subject,
  title: listTellingStems(title),
  keywords: listTellingStems(keywords),
})

/**
 * How similar others are to a question, from 0 to 1: the cosine of the telling words of title and keywords. `rarities`
 * says how much a stem tells, from 0 to 1.
 */
export function prepareSimilarity(asked: Compared, rarities: ReadonlyMap<string, number>) {
  const topic = toTopic(asked, rarities)
  return (other: Compared): number => {
    const { weights, length } = toTopic(other, rarities)
    let [common, shared] = [0, 0]
    for (const [stem, weight] of topic.weights) {
      const same = weights.get(stem)
      if (same === undefined) continue
      common += weight * same
      shared += 1
    }
    const similarity = common / (topic.length * length || 1)
    if (asked.subject === other.subject) return similarity
    return shared < sharedAcrossSubjects ? 0 : similarity * otherSubject
  }
}

/** How much a word tells that so many of all questions have, from 0 to 1: nothing if all have it, all if one has. */
export const toRarity = (questions: number, total: number) =>
  Math.max(0, 1 - Math.log(Math.max(1, questions)) / Math.log(Math.max(smallest, total)))

/** In a library of few questions each word seems common: none is taken for smaller than this. */
const smallest = 100

function toTopic({ title, keywords }: Compared, rarities: ReadonlyMap<string, number>): Topic {
  const weights = new Map<string, number>()
  for (const [stems, place] of [[keywords, places.keywords] as const, [title, places.title] as const]) {
    for (const stem of stems) weights.set(stem, place * (rarities.get(stem) ?? usualRarity))
  }
  let squares = 0
  for (const weight of weights.values()) squares += weight ** 2
  return { weights, length: Math.sqrt(squares) }
}
