import type { Question, QuestionSummary } from '@/lib/core/types'
import { toStem, toWords } from '@/lib/core/words'
import { toHeadingKey, toQuestionId } from './heading-key'
import { toSense } from './sense'
import { isSignificant } from './significant-words'
import { leastSimilar, prepareSimilarity, toCompared, toRarity } from './similarity'

/** Questions to read next: the author's, then as many similar ones. */
export const relatedCount = 8

/** The most questions found by one word. It bounds the work; a common word says little about similarity anyway. */
export const matchesPerWord = 300
const wordsPerQuestion = 12

/** How many candidates are compared. */
const compared = 3 * relatedCount

/** What the index has for a word: the heading keys of questions with it, and how many of the `total` have it. */
export type Matches = { word: string; keys: readonly number[]; questions: number; total: number }

/** A question with its keywords as the index has them, for comparison. */
export type Candidate = QuestionSummary & { keywords: string }

/** The fields of a question needed to find similar ones; it need not be in the library. */
export type Asked = Pick<Question, 'canonicalId' | 'subject' | 'title'> & {
  details: Pick<Question['details'], 'keywords'>
}

/** The words that say what a question is about, the title's first. */
export function listSelectiveWords({ title, details }: Asked): string[] {
  const words = toWords(`${title} ${details.keywords.join(' ')}`)
  return [...new Set(words)].filter(isSignificant).slice(0, wordsPerQuestion)
}

const rarityOf = ({ keys, questions, total }: Matches) => toRarity(Math.max(keys.length, questions), total)

/** The questions that share the rarest words, from the matches of each selective word. */
export function listCandidates(question: Asked, matches: readonly Matches[]): { id: number; key: number }[] {
  const found = new Map<number, number>()
  for (const match of matches) {
    const weight = rarityOf(match) ** 2
    for (const key of match.keys) found.set(key, (found.get(key) ?? 0) + weight)
  }
  found.delete(toHeadingKey(question.canonicalId, question.title))
  const best = [...found].sort(([a, weightA], [b, weightB]) => weightB - weightA || a - b)
  return best.slice(0, compared).map(([key]) => ({ id: toQuestionId(key), key }))
}

/** A question, and how similar it is to another, from 0 to 1. */
export type Alike = { question: Candidate; similarity: number }

/** The candidates, most similar first. */
export function rankAlike(question: Asked, matches: readonly Matches[], candidates: readonly Candidate[]): Alike[] {
  const rarities = new Map(matches.map((match) => [toStem(match.word), rarityOf(match)]))
  const { title, subject, details } = question
  const asked = toCompared({ title, subject, keywords: details.keywords.join(' ') })
  const toSimilarity = prepareSimilarity(asked, rarities)
  return candidates
    .map((candidate) => ({ question: candidate, similarity: toSimilarity(toCompared(candidate)) }))
    .sort((a, b) => b.similarity - a.similarity || a.question.id - b.question.id)
}

/**
 * The most similar questions besides those that the author links to: as many as there is room for, none below
 * `leastSimilar`, and no rewording of the question or of another one that is shown.
 */
export function chooseAlike(
  question: Question,
  linked: readonly QuestionSummary[],
  rewordings: readonly QuestionSummary[],
  ranked: readonly Alike[],
): QuestionSummary[] {
  const ids = new Set([question.canonicalId, ...[...linked, ...rewordings].map(({ id }) => id)])
  const senses = new Set([question, ...linked].map(({ title, subject }) => toSense(title, subject)))
  const chosen: QuestionSummary[] = []
  for (const { question: candidate, similarity } of ranked) {
    if (similarity < leastSimilar || chosen.length + linked.length >= relatedCount) break
    const sense = toSense(candidate.title, candidate.subject)
    if (ids.has(candidate.id) || senses.has(sense)) continue
    senses.add(sense)
    const { keywords: _, ...summary } = candidate
    chosen.push(summary)
  }
  return chosen
}
