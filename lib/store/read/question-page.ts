import type { QuestionKey } from '@/lib/core/types'
import type { QuestionPage } from '@/lib/library/pages'
import { listQuestionReads } from '@/lib/library/question-reads'
import { type NoteKeys, readKeys } from '@/lib/library/reads'
import { chooseNext, listPossibleTopics, listSteps } from '@/lib/search/next'
import type { Queries } from './queries'

/** Everything that the page of a question shows; undefined if there is no such question. */
export function readQuestionPage(queries: Queries, note: NoteKeys, key: QuestionKey): QuestionPage | undefined {
  const question = queries.getQuestion(key)
  if (!question) {
    note([readKeys.absent(key)])
    return undefined
  }
  const { linked, alike, rewordings, dead } = queries.readRelated(question)
  const possible = listPossibleTopics(question)
  const topics = queries.listTopicsOf(question.subject, possible)
  const steps = listSteps(topics)
  const near = [...linked, ...alike]
  const next = chooseNext(question, {
    steps,
    summaries: queries.listSummaries(steps.map(({ id }) => id)),
    rewordings,
    near,
    listPlaces: () => queries.listPlaces(near.map(({ id }) => id)),
  })
  const shown = topics.map(({ slug, name }) => ({ slug, name }))
  const page = { question, related: linked, alike, rewordings, topics: shown, next }
  note(listQuestionReads(page, { dead, steps, topics: possible.map(([topic]) => topic) }))
  return page
}
