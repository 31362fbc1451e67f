import type { QuestionSummary } from '@/lib/core/types'
import { candidatesOfDay, chooseOfDay, maxPerSubject } from '@/lib/library/of-day'
import { listRows, type Store } from '../schema/open'
import { toPlace } from '../schema/sitemap-files'
import { summaryColumns, summaryJoins } from './rows'

const canonical = 'no_index = 0 AND is_canonical = 1'

/** What greets visitors who come without a question: a few look-ups for each subject. */
export function prepareWelcome(store: Store) {
  const newestOf = (whose: string) =>
    store.prepare(`SELECT ${summaryColumns} FROM (
        SELECT n.id, n.canonical_id, n.newest_key, row_number() OVER (PARTITION BY n.subject ORDER BY n.newest_key) AS place
        FROM list l CROSS JOIN question n WHERE l.list = 'canonical' AND n.id IN (
          SELECT id FROM question WHERE subject = l.key AND ${canonical} ${whose} ORDER BY newest_key LIMIT ${maxPerSubject}
        ) ORDER BY place, n.newest_key, n.id LIMIT ?
      ) q ${summaryJoins} ORDER BY q.newest_key, q.id`)
  const subjects = "FROM list WHERE list = 'canonical' AND questions > 0"
  const from = (place: string) => `SELECT id FROM (SELECT id FROM question WHERE subject = (SELECT key FROM chosen)
    AND ${canonical} AND place ${place} ORDER BY place, slug LIMIT ${candidatesOfDay})`
  const sql = {
    newest: newestOf(''),
    newestOfAuthor: newestOf('AND author = ?'),
    ofDay: store.prepare(`WITH chosen AS (
        SELECT key ${subjects} ORDER BY key LIMIT 1 OFFSET ?1 % max(1, (SELECT count(*) ${subjects}))
      )
      SELECT ${summaryColumns} FROM (${from('>= ?2')} UNION ALL ${from('< ?2')}) w
      JOIN question q ON q.id = w.id ${summaryJoins} ORDER BY q.place < ?2, q.place, q.slug`),
  }
  return {
    /** The newest questions, from as many subjects as `limit` allows, at most two of one. */
    listNewest: (limit: number) => listRows<QuestionSummary>(sql.newest, limit),
    listNewestOfAuthor: (author: string, limit: number) => listRows<QuestionSummary>(sql.newestOfAuthor, author, limit),
    /** A different question, of a different subject, for each `day`, a whole number. */
    getOfDay: (day: number) => chooseOfDay(listRows<QuestionSummary>(sql.ofDay, day, toPlace(`day ${day}`))),
  }
}
