import type { AnswerSource } from '@/lib/core/answer-source'
import type { QuestionKey } from '@/lib/core/types'
import { listRows, type Store } from '../schema/open'

/** What a page of results shows of a question. */
export type ResultRow = QuestionKey & {
  id: number
  title: string
  subjectTitle: string
  description: string
  answer: AnswerSource
}

type Row = Omit<ResultRow, 'answer'> & { answer: string; answer_breaks: AnswerSource['breaks'] }

/** The questions of one page of results. */
export function prepareResults(store: Store) {
  const byIds =
    store.prepare(`SELECT q.id, q.subject, q.slug, q.title, s.title AS subjectTitle, q.description, q.answer,
      q.answer_breaks
    FROM json_each(?) wanted JOIN question q ON q.id = wanted.value JOIN subject s ON s.slug = q.subject
    ORDER BY wanted.key`)
  return {
    /** In the order of the ids, which are those of one page. */
    listResults: (ids: readonly number[]): ResultRow[] =>
      listRows<Row>(byIds, JSON.stringify(ids)).map(({ answer, answer_breaks, ...row }) => ({
        ...row,
        answer: { text: answer, breaks: answer_breaks },
      })),
  }
}
