import type { Question, QuestionSummary } from '@/lib/core/types'
import { toStem, toWords } from '@/lib/core/words'
import { toQuestionId } from './heading-key'
import { toSense } from './sense'
import { compareTopics, toTopic } from './similarity'
import { isTelling } from './telling'

/** Questions to read next: the author's, then as many similar ones. */
export const relatedCount = 8

/** How many questions one word may bring up. It bounds the work; a common word says little about similarity anyway. */
export const matchesPerWord = 300
const wordsPerQuestion = 12

/** How many candidates are compared. */
const compared = 3 * relatedCount

/** What a question is not similar enough to below this (docs/judged/related.md). */
export const leastSimilar = 0.2

/** What an index has of a word: the heading keys of questions with it, and how many of the `total` have it. */
export type Matches = { word: string; keys: readonly number[]; questions: number; total: number }

/** How much less similarity counts across subjects, and how many words must be shared: a single one may be chance. */
const otherSubject = 0.8
const sharedAcrossSubjects = 2

/** A question with what it is compared by. */
export type Candidate = QuestionSummary & { keywords: string[] }

/** The words that say what a question is about, those of its title first. */
export function listSelectiveWords({ title, details }: Question): string[] {
  const words = toWords(`${title} ${details.keywords.join(' ')}`)
  return [...new Set(words)].filter(isTelling).slice(0, wordsPerQuestion)
}

/** In a library of few questions each word seems common: none is taken for smaller than this. */
const smallest = 100

/** How much a word tells, from 0 to 1: nothing if all questions have it, all if one has. */
const toRarity = ({ keys, questions, total }: Matches) =>
  1 - Math.log(Math.max(1, keys.length, questions)) / Math.log(Math.max(smallest, total))

const toRarities = (matches: readonly Matches[]) =>
  new Map(matches.map((match) => [toStem(match.word), toRarity(match)]))

/** The questions that share the rarest words, by what was found for each of its selective words. */
export function listCandidates(question: Question, matches: readonly Matches[]): number[] {
  const found = new Map<number, number>()
  for (const match of matches) {
    const weight = toRarity(match) ** 2
    for (const id of new Set(match.keys.map(toQuestionId))) found.set(id, (found.get(id) ?? 0) + weight)
  }
  found.delete(question.canonicalId)
  const best = [...found].sort(([a, weightA], [b, weightB]) => weightB - weightA || a - b)
  return best.slice(0, compared).map(([id]) => id)
}

/** A question, and how similar it is to another, from 0 to 1. */
export type Alike = { question: Candidate; similarity: number }

/** The candidates, the most similar first. */
export function rankAlike(question: Question, matches: readonly Matches[], candidates: readonly Candidate[]): Alike[] {
  const rarities = toRarities(matches)
  const asked = toTopic({ ...question, keywords: question.details.keywords })
  return candidates
    .map((candidate) => {
      const { similarity, shared } = compareTopics(asked, toTopic(candidate), rarities)
      if (candidate.subject === question.subject) return { question: candidate, similarity }
      return { question: candidate, similarity: shared < sharedAcrossSubjects ? 0 : similarity * otherSubject }
    })
    .sort((a, b) => b.similarity - a.similarity || a.question.id - b.question.id)
}

/**
 * The most similar questions besides those that the author links to: as many as there is room for, none below the floor,
 * and none that asks the same as the question or as another one that is shown.
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
