import { toTopicKey } from '@/lib/core/topics'
import type { QuestionKey } from '@/lib/core/types'
import type { Noted } from '@/lib/library/noted'
import type { QuestionPage } from '@/lib/library/pages'
import { readKeys } from '@/lib/library/reads'
import { findNear, findStep, listPossibleTopics, listSteps } from '@/lib/search/next'
import type { Queries } from './queries'

/** Everything that the page of a question shows; undefined where there is no such question. */
export function readQuestionPage(queries: Queries, note: Noted, key: QuestionKey): QuestionPage | undefined {
  const question = queries.getQuestion(key)
  if (!question) {
    note([readKeys.absent(key)])
    return undefined
  }
  const { questions: related, dead } = queries.readRelated(question)
  const possible = listPossibleTopics(question)
  const topics = queries.listTopicsOf(question.subject, possible)
  const steps = listSteps(topics)
  const step = findStep(question, steps, queries.listSummaries(steps.map(({ id }) => id)))
  const next = step?.enough
    ? step
    : (findNear(question, related, queries.listPlaces(related.map(({ id }) => id))) ?? step)
  const named = [question.canonicalId, ...[...related, ...steps].map(({ id }) => id)]
  note([
    readKeys.question(question.id),
    readKeys.list('subjects', ''),
    ...named.filter((id) => id !== question.id).map(readKeys.summary),
    ...dead.map(readKeys.absent),
    ...possible.map(([topic]) => readKeys.list('topic-page', toTopicKey(question.subject, topic))),
  ])
  return {
    question,
    related,
    topics: topics.map(({ slug, name }) => ({ slug, name })),
    next: next && { question: next.question, topic: next.topic },
  }
}
