import { toStem, toWords } from '@/lib/core/words'
import { isTelling } from './telling'

/** What a question is about: its telling stems, each with how much it counts. */
type Topic = Map<string, number>

/** How much a word counts by where it is. */
const places = { title: 1, keywords: 0.6 }

/** How much a word tells of which only one side is known. */
const usualRarity = 0.7

/** The telling words of title and keywords. */
function toTopic({ title, keywords }: { title: string; keywords: readonly string[] }): Topic {
  const toStems = (text: string) => toWords(text).filter(isTelling).map(toStem)
  const topic = new Map(toStems(keywords.join(' ')).map((stem) => [stem, places.keywords]))
  for (const stem of toStems(title)) topic.set(stem, places.title)
  return topic
}

/** How much less similarity counts across subjects, and how many words must be shared: a single one may be chance. */
const otherSubject = 0.8
const sharedAcrossSubjects = 2

/** What a question is not similar enough to below this (docs/judged/related.md). */
export const leastSimilar = 0.2

type Compared = { subject: string; title: string; keywords: readonly string[] }

/** How similar two questions are, from 0 to 1; `rarities` says how much a stem tells, from 0 to 1. */
export function toSimilarity(a: Compared, b: Compared, rarities: ReadonlyMap<string, number>): number {
  const { similarity, shared } = compareTopics(toTopic(a), toTopic(b), rarities)
  if (a.subject === b.subject) return similarity
  return shared < sharedAcrossSubjects ? 0 : similarity * otherSubject
}

/** How much a word tells that so many of all questions have, from 0 to 1: nothing if all have it, all if one has. */
export const toRarity = (questions: number, total: number) =>
  Math.max(0, 1 - Math.log(Math.max(1, questions)) / Math.log(Math.max(smallest, total)))

/** In a library of few questions each word seems common: none is taken for smaller than this. */
const smallest = 100

/** The cosine of the words of two questions, rare ones counting more; and how many they share. */
function compareTopics(a: Topic, b: Topic, rarities: ReadonlyMap<string, number>) {
  const toWeight = (stem: string, place: number) => place * (rarities.get(stem) ?? usualRarity)
  const length = (topic: Topic) =>
    Math.sqrt([...topic].reduce((sum, [stem, place]) => sum + toWeight(stem, place) ** 2, 0)) || 1
  let [common, shared] = [0, 0]
  for (const [stem, place] of a) {
    const other = b.get(stem)
    if (other === undefined) continue
    common += toWeight(stem, place) * toWeight(stem, other)
    shared += 1
  }
  return { similarity: common / (length(a) * length(b)), shared }
}
