import { toStem, toWords } from '@/lib/core/words'
import { isTelling } from './telling'

/** What a question is about: its telling stems, each with how much it counts. */
export type Topic = Map<string, number>

/** How much a word counts by where it is. */
const places = { title: 1, keywords: 0.6 }

/** How much a word tells of which only one side is known. */
const usualRarity = 0.7

/** The telling words of title and keywords. */
export function toTopic({ title, keywords }: { title: string; keywords: readonly string[] }): Topic {
  const toStems = (text: string) => toWords(text).filter(isTelling).map(toStem)
  const topic = new Map(toStems(keywords.join(' ')).map((stem) => [stem, places.keywords]))
  for (const stem of toStems(title)) topic.set(stem, places.title)
  return topic
}

/** How much two questions have in common, from 0 to 1, and how many words. */
type Likeness = { similarity: number; shared: number }

/** The cosine of the words of two questions, rare ones counting more. */
export function compareTopics(a: Topic, b: Topic, rarities: ReadonlyMap<string, number>): Likeness {
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
