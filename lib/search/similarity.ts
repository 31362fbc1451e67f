import { listSignificantStems } from './significant-words'

/** What a question is about: its significant stems with their weights, and the length of that vector. */
type Topic = { weights: Map<string, number>; length: number }

/** How much a word counts by where it is. */
const places = { title: 1, keywords: 0.6 }

/** The rarity of a word for which none is known. */
const usualRarity = 0.7

/** How much less similarity counts across subjects, and how many words must be shared: a single one may be a coincidence. */
const otherSubject = 0.8
const sharedAcrossSubjects = 2

/** Below this, questions are not similar enough to be shown as related (docs/judged/related.md). */
export const leastSimilar = 0.2

/** What questions are compared by: the subject, and the significant stems of title and keywords. */
export type Compared = { subject: string; title: readonly string[]; keywords: readonly string[] }

export const toCompared = ({ subject, title, keywords }: Record<keyof Compared, string>): Compared => ({
  subject,
  title: listSignificantStems(title),
  keywords: listSignificantStems(keywords),
})

/**
 * Returns a function that computes how similar another question is, from 0 to 1: the cosine similarity of the significant
 * words of title and keywords. `rarities` has how much a stem tells, from 0 to 1.
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

/** How much a word tells, from 0 (all questions have it) to 1 (only one has). */
export const toRarity = (questions: number, total: number) =>
  Math.max(0, 1 - Math.log(Math.max(1, questions)) / Math.log(Math.max(smallest, total)))

/** In a small library every word seems common, so none counts as smaller than this. */
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
