import type { Question, QuestionKey, QuestionSummary } from '../types'
import { getRow, type Store } from './open'
import { summaryColumns, summaryJoins } from './rows'

type Row = Omit<Question, 'noIndex' | 'answer' | 'details' | 'owner'> & {
  no_index: number
  answer: string
  answer_breaks: 'literal' | 'real'
  details: string
  owner_subject: string
  owner_slug: string
}

/** Single questions and their neighbours. */
export function prepareQuestions(store: Store) {
  // Of the same day first, then of the nearest other day: two steps into an index, where one condition would walk a day.
  const sameDay = (compare: '<' | '>') =>
    store.prepare(`SELECT ${summaryColumns} FROM question q ${summaryJoins}
      WHERE q.subject = ?1 AND q.no_index = 0 AND q.is_owner = 1 AND q.date = ?2 AND q.slug ${compare} ?3
      ORDER BY q.slug ${compare === '<' ? 'DESC' : ''} LIMIT 1`)
  const otherDay = (compare: '<' | '>') =>
    store.prepare(`SELECT ${summaryColumns} FROM question q ${summaryJoins}
      WHERE q.subject = ?1 AND q.no_index = 0 AND q.is_owner = 1 AND q.date ${compare} ?2
      ORDER BY ${compare === '>' ? 'q.date, q.slug DESC' : 'q.date DESC, q.slug'} LIMIT 1`)
  const sql = {
    get: store.prepare(`SELECT q.id, q.subject, q.slug, q.title, q.description, q.date, q.author, q.no_index,
        q.author_name AS authorName, q.answer, q.answer_breaks, q.details, q.owner_id AS ownerId,
        s.title AS subjectTitle, o.subject AS owner_subject, o.slug AS owner_slug
      FROM question q JOIN question o ON o.id = q.owner_id JOIN subject s ON s.slug = q.subject
      WHERE q.subject = ? AND q.slug = ?`),
    exists: store.prepare('SELECT 1 FROM question WHERE subject = ? AND slug = ?'),
    previousOfDay: sameDay('<'),
    nextOfDay: sameDay('>'),
    previousDay: otherDay('>'),
    nextDay: otherDay('<'),
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

    /** The questions before and after this one in its subject, the newest first. */
    getNeighbours({ subject, slug, date }: Pick<Question, 'subject' | 'slug' | 'date'>) {
      return {
        previous:
          getRow<QuestionSummary>(sql.previousOfDay, subject, date, slug) ??
          getRow<QuestionSummary>(sql.previousDay, subject, date),
        next:
          getRow<QuestionSummary>(sql.nextOfDay, subject, date, slug) ??
          getRow<QuestionSummary>(sql.nextDay, subject, date),
      }
    },
  }
}
