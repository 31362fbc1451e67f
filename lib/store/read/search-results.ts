import { toExcerptText } from '@/lib/answer/plain-text'
import type { AnswerSource } from '@/lib/core/answer-source'
import { toStem } from '@/lib/core/words'
import type { FoundQuestion } from '@/lib/library/pages'
import { toFoundQuestion } from '@/lib/search/found-page'
import { listRows, type Store } from '../schema/open'

type Row = Omit<FoundQuestion, 'excerpt'> & {
  description: string
  answer: string
  answer_breaks: AnswerSource['breaks']
}

/** The questions of one page of results. */
export function prepareResults(store: Store) {
  const byIds =
    store.prepare(`SELECT q.id, q.subject, q.slug, q.title, q.title_html AS titleHtml, s.title AS subjectTitle, q.ways, q.description, q.answer,
      q.answer_breaks
    FROM json_each(?) wanted JOIN question q ON q.id = wanted.value JOIN subject s ON s.slug = q.subject
    ORDER BY wanted.key`)
  return {
    /** In the order of the ids, which are those of one page; their excerpts mark the words. */
    listResults(ids: readonly number[], words: readonly string[]): FoundQuestion[] {
      const stems = new Set(words.map(toStem))
      return listRows<Row>(byIds, JSON.stringify(ids)).map((row) =>
        toFoundQuestion(row, { ...row, text: toExcerptText({ text: row.answer, breaks: row.answer_breaks }) }, stems),
      )
    },
  }
}
