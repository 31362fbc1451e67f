import type { QuestionSummary } from '@/lib/core/types'
import { getRow, type Store } from '../schema/open'
import { summaryColumns, summaryJoins } from './rows'

/** The questions before and after a place in a subject, which is ordered newest first. */
export function preparePreviousAndNext(store: Store) {
  const nearest = (compare: '<' | '>') =>
    store.prepare(`SELECT ${summaryColumns} FROM question q ${summaryJoins}
      WHERE q.subject = ? AND q.no_index = 0 AND q.is_canonical = 1 AND q.newest_key ${compare} ?
      ORDER BY q.newest_key ${compare === '<' ? 'DESC' : ''} LIMIT 1`)
  const sql = { previous: nearest('<'), next: nearest('>') }
  return {
    getPreviousAndNext: (subject: string, newestKey: string) => ({
      previous: getRow<QuestionSummary>(sql.previous, subject, newestKey),
      next: getRow<QuestionSummary>(sql.next, subject, newestKey),
    }),
  }
}
