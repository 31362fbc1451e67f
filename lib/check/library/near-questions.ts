import { listTitleStems } from '@/lib/search/significant-words'
import { leastSimilar, prepareSimilarity, toRarity } from '@/lib/search/similarity'
import type { NamedQuestion } from '../index/check-index'
import { maxPerStem } from '../index/statements'
import type { CheckedFiles, KnownQuestion } from './checked-files'
import { haveOneOf, readCompared } from './compared-words'
import { perQuestion } from './per-question'

/** A suggested replacement must be clearly similar, not just similar enough for the end of a list. */
const leastNamed = 1.5 * leastSimilar

/** How many questions are compared. */
const maxCompared = 24

const readWords = perQuestion((question, files) => files.getCompared(question))
const readAnswer = perQuestion((question, files) => files.getAnswerStems(question))

/** The questions of the library that are most similar to one by title and keywords, the most similar first. */
export function* listNear(question: KnownQuestion, files: CheckedFiles): Generator<KnownQuestion> {
  const words = readWords(question, files)
  if (!words) return
  const weights = new Map<number, number>()
  const rarities = new Map<string, number>()
  for (const stem of listTitleStems(question.facts.title)) {
    const ids = files.listByStem(stem, question)
    const rarity = toRarity(ids.length, maxPerStem)
    rarities.set(stem, rarity)
    for (const id of ids) weights.set(id, (weights.get(id) ?? 0) + rarity ** 2)
  }
  const best = [...weights].sort(([a, weightA], [b, weightB]) => weightB - weightA || a - b).slice(0, maxCompared)
  const toSimilarity = prepareSimilarity(readCompared(words), rarities)
  const near = files
    .listCompared(best.map(([id]) => id))
    .map((other) => ({ ...other, similarity: toSimilarity(readCompared(other)) }))
    .filter(({ similarity }) => similarity >= leastNamed)
    .sort((a, b) => b.similarity - a.similarity || (a.path < b.path ? -1 : 1))
  for (const { id } of near) yield* files.listByIds([id])
}

/** Whether a meaningful word of one question's title or keywords is in the other's title, keywords or answer. */
export function haveCommonWords(question: KnownQuestion, named: NamedQuestion, files: CheckedFiles): boolean {
  const one = readWords(question, files)
  const other = files.getCompared(named)
  if (!one || !other) return false
  return (
    haveOneOf(other.title + other.keywords, one) ||
    haveOneOf(readAnswer(question, files), other) ||
    haveOneOf(files.getAnswerStems(named), one)
  )
}
