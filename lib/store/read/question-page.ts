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
  const { linked, alike, rewordings, dead } = queries.readRelated(question)
  const possible = listPossibleTopics(question)
  const topics = queries.listTopicsOf(question.subject, possible)
  const steps = listSteps(topics)
  const summaries = queries.listSummaries(steps.map(({ id }) => id))
  // The same question in other words is no step.
  for (const { id } of rewordings) summaries.delete(id)
  const step = findStep(question, steps, summaries)
  const near = [...linked, ...alike]
  const next = step?.enough ? step : (findNear(question, near, queries.listPlaces(near.map(({ id }) => id))) ?? step)
  const named = [question.canonicalId, ...[...near, ...rewordings, ...steps].map(({ id }) => id)]
  note([
    readKeys.question(question.id),
    readKeys.list('subjects', ''),
    ...named.filter((id) => id !== question.id).map(readKeys.summary),
    ...dead.map(readKeys.absent),
    ...possible.map(([topic]) => readKeys.list('topic-page', toTopicKey(question.subject, topic))),
  ])
  return {
    question,
    related: linked,
    alike,
    rewordings,
    topics: topics.map(({ slug, name }) => ({ slug, name })),
    next: next && { question: next.question, topic: next.topic },
  }
}
