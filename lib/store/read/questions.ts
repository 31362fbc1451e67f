import type { Question, QuestionKey } from '@/lib/core/types'
import { getRow, type Store } from '../schema/open'
import { type QuestionRow, toQuestion } from '../schema/question-row'

/** Single questions. */
export function prepareQuestions(store: Store) {
  const sql = {
    get: store.prepare(`SELECT q.id, q.subject, q.slug, q.path, q.title, q.description, q.date, p.sort AS pathKey, q.author, q.no_index,
        q.author_name AS authorName, q.answer, q.answer_breaks, q.details, q.canonical_id AS canonicalId, c.ways,
        1 + (SELECT count(*) FROM question t WHERE t.subject = q.subject AND t.no_index = 0
          AND t.az_key > q.title_key || char(1) AND t.az_key < q.az_key) AS titleOrdinal,
        s.title AS subjectTitle, s.badge AS subjectBadge, c.subject AS canonical_subject, c.slug AS canonical_slug
      FROM question q JOIN question c ON c.id = q.canonical_id JOIN subject s ON s.slug = q.subject
        LEFT JOIN path p ON p.question_id = q.id
      WHERE q.subject = ? AND q.slug = ?`),
    exists: store.prepare('SELECT 1 FROM question WHERE subject = ? AND slug = ?'),
  }
  return {
    hasQuestion: ({ subject, slug }: QuestionKey) => getRow(sql.exists, subject, slug) !== undefined,

    getQuestion({ subject, slug }: QuestionKey): Question | undefined {
      const row = getRow<QuestionRow>(sql.get, subject, slug)
      return row && toQuestion(row)
    },
  }
}
