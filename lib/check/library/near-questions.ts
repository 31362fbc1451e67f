import { leastSimilar, prepareSimilarity, toRarity } from '@/lib/search/similarity'
import { listTellingStems, listTitleStems } from '@/lib/search/telling'
import { mostByStem } from '../index/check-index'
import { openQuestion } from '../question/open-question'
import type { CheckedFiles, KnownQuestion } from './checked-files'

/** What is named instead of a link must be clearly similar, not just similar enough for the end of a list. */
const leastNamed = 1.5 * leastSimilar

/** How many questions are compared. */
const compared = 24

/** The questions of the library that are most similar to one by title and keywords, the nearest first. */
export function listNear(question: KnownQuestion, files: CheckedFiles): KnownQuestion[] {
  const weights = new Map<number, number>()
  const rarities = new Map<string, number>()
  for (const stem of listTitleStems(question.facts.title)) {
    const ids = files.listByStem(stem, question)
    const rarity = toRarity(ids.length, mostByStem)
    rarities.set(stem, rarity)
    for (const id of ids) weights.set(id, (weights.get(id) ?? 0) + rarity ** 2)
  }
  const best = [...weights].sort(([a, weightA], [b, weightB]) => weightB - weightA || a - b).slice(0, compared)
  const toSimilarity = prepareSimilarity(toCompared(question), rarities)
  return files
    .listByIds(best.map(([id]) => id))
    .map((other) => ({ other, similarity: toSimilarity(toCompared(other)) }))
    .filter(({ similarity }) => similarity >= leastNamed)
    .sort((a, b) => b.similarity - a.similarity || (a.other.path < b.other.path ? -1 : 1))
    .map(({ other }) => other)
}

const toCompared = ({ facts }: KnownQuestion) => ({
  subject: facts.key.subject,
  title: facts.title,
  keywords: facts.keywords.join(', '),
})

/**
 * Whether one of two questions speaks of the other: has a telling word of its title or keywords in its own title,
 * keywords or answer. Files are opened only if titles and keywords have nothing in common.
 */
export function haveCommonWords(a: KnownQuestion, b: KnownQuestion, files: CheckedFiles): boolean {
  const [wordsOfA, wordsOfB] = [listHeadingStems(a), listHeadingStems(b)]
  const share = (some: readonly string[], others: readonly string[]) => some.some((stem) => others.includes(stem))
  return (
    share(wordsOfA, wordsOfB) ||
    share(wordsOfB, listAnswerStems(a, files)) ||
    share(wordsOfA, listAnswerStems(b, files))
  )
}

const listHeadingStems = ({ facts }: KnownQuestion) => listTellingStems(`${facts.title} ${facts.keywords.join(' ')}`)

const listAnswerStems = ({ path }: KnownQuestion, files: CheckedFiles) =>
  listTellingStems(openQuestion(files.contentDir, path)?.answer.markdown ?? '')
