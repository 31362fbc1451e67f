import { toTopicKey, toTopics } from '@/lib/core/topics'
import type { QuestionKey } from '@/lib/core/types'
import type { Noted } from '@/lib/library/noted'
import type { QuestionPage } from '@/lib/library/pages'
import { readKeys } from '@/lib/library/reads'
import type { Queries } from './queries'

/** Everything that the page of a question shows; undefined where there is no such question. */
export function readQuestionPage(queries: Queries, note: Noted, key: QuestionKey): QuestionPage | undefined {
  const question = queries.getQuestion(key)
  if (!question) {
    note([readKeys.absent(key)])
    return undefined
  }
  const { linked, alike, rewordings, dead } = queries.readRelated(question)
  const topics = queries.listTopicsOf(question)
  const { previous, next } = queries.getPreviousAndNext(question.subject, question.newestKey)
  const named = [
    question.canonicalId,
    ...[...linked, ...alike, ...rewordings, previous, next].flatMap((shown) => shown?.id ?? []),
  ]
  const possibleTopics = toTopics(question.subject, question.details.keywords).keys()
  note([
    readKeys.question(question.id),
    readKeys.list('subjects', ''),
    ...named.filter((id) => id !== question.id).map(readKeys.summary),
    ...dead.map(readKeys.absent),
    ...Array.from(possibleTopics, (topic) => readKeys.list('topic-page', toTopicKey(question.subject, topic))),
  ])
  return { question, related: linked, alike, rewordings, topics, previous, next }
}
