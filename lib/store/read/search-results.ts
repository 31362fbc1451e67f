import type { AnswerSource } from '@/lib/core/answer-source'
import type { FoundQuestion } from '@/lib/library/pages'
import { listRows, type Store } from '../schema/open'

type Row = Omit<FoundQuestion, 'answer'> & { answer: string; answer_breaks: AnswerSource['breaks'] }

/** The questions of one page of results. */
export function prepareResults(store: Store) {
  const byIds =
    store.prepare(`SELECT q.id, q.subject, q.slug, q.title, s.title AS subjectTitle, q.description, q.answer,
      q.answer_breaks
    FROM json_each(?) wanted JOIN question q ON q.id = wanted.value JOIN subject s ON s.slug = q.subject
    ORDER BY wanted.key`)
  return {
    /** In the order of the ids, which are those of one page. */
    listResults: (ids: readonly number[]): FoundQuestion[] =>
      listRows<Row>(byIds, JSON.stringify(ids)).map(({ answer, answer_breaks, ...row }) => ({
        ...row,
        answer: { text: answer, breaks: answer_breaks },
      })),
  }
}
