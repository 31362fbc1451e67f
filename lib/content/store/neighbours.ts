import type { QuestionPlace, QuestionSummary } from '../types'
import { getRow, type Store } from './open'
import { summaryColumns, summaryJoins } from './rows'

/** The questions before and after a place in the list of a subject, the newest first. */
export function prepareNeighbours(store: Store) {
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
    previousOfDay: sameDay('<'),
    nextOfDay: sameDay('>'),
    previousDay: otherDay('>'),
    nextDay: otherDay('<'),
  }
  return {
    getNeighbours({ subject, slug, date }: QuestionPlace) {
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
