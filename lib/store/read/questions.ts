import type { Question, QuestionKey } from '@/lib/core/types'
import { getRow, type Store } from '../schema/open'

type Row = Omit<Question, 'noIndex' | 'answer' | 'details' | 'owner'> & {
  no_index: number
  answer: string
  answer_breaks: 'literal' | 'real'
  details: string
  owner_subject: string
  owner_slug: string
}

/** Single questions. */
export function prepareQuestions(store: Store) {
  const sql = {
    get: store.prepare(`SELECT q.id, q.subject, q.slug, q.path, q.title, q.description, q.date, q.newest_key AS newestKey, q.author, q.no_index,
        q.author_name AS authorName, q.answer, q.answer_breaks, q.details, q.owner_id AS ownerId,
        1 + (SELECT count(*) FROM question t WHERE t.subject = q.subject AND t.no_index = 0
          AND t.az_key > q.title_key || char(1) AND t.az_key < q.az_key) AS titleOrdinal,
        s.title AS subjectTitle, o.subject AS owner_subject, o.slug AS owner_slug
      FROM question q JOIN question o ON o.id = q.owner_id JOIN subject s ON s.slug = q.subject
      WHERE q.subject = ? AND q.slug = ?`),
    exists: store.prepare('SELECT 1 FROM question WHERE subject = ? AND slug = ?'),
  }
  return {
    hasQuestion: ({ subject, slug }: QuestionKey) => getRow(sql.exists, subject, slug) !== undefined,

    getQuestion({ subject, slug }: QuestionKey): Question | undefined {
      const row = getRow<Row>(sql.get, subject, slug)
      if (!row) return undefined
      const { no_index, answer, answer_breaks, details, owner_subject, owner_slug, ...columns } = row
      return {
        ...columns,
        noIndex: no_index === 1,
        answer: { text: answer, breaks: answer_breaks },
        details: JSON.parse(details),
        owner: { subject: owner_subject, slug: owner_slug },
      }
    },
  }
}
