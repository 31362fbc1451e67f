import type { QuestionSummary } from '@/lib/core/types'
import { candidatesOfDay, chooseOfDay, maxPerSubject } from '@/lib/library/of-day'
import { toPlace } from '@/lib/store/schema/sitemap-files'
import type { Ask } from './session'
import { summaryColumns, toSummaryJoins } from './summaries'

const canonical = 'no_index = 0 AND is_canonical = 1'

/** What greets visitors who come without a question (lib/store/read/welcome.ts). */
export function prepareWelcome(s: string) {
  const joins = toSummaryJoins(s)
  const newestOf = (whose: string) => `SELECT ${summaryColumns} FROM (
      SELECT n.*, row_number() OVER (PARTITION BY l.key ORDER BY n.newest_key) AS place FROM ${s}.list l CROSS JOIN LATERAL (
        SELECT id, canonical_id, newest_key FROM ${s}.question WHERE subject = l.key AND ${canonical} ${whose}
        ORDER BY newest_key LIMIT ${maxPerSubject}
      ) n WHERE l.list = 'canonical' ORDER BY place, n.newest_key, n.id LIMIT $1
    ) q ${joins} ORDER BY q.newest_key, q.id`
  const subjects = `FROM ${s}.list WHERE list = 'canonical' AND questions > 0`
  const from = (place: string) => `(SELECT id FROM ${s}.question WHERE subject = (SELECT key FROM chosen)
    AND ${canonical} AND place ${place} ORDER BY place, slug LIMIT ${candidatesOfDay})`
  const sql = {
    newest: { name: 'newest-mixed', text: newestOf('') },
    newestOfAuthor: { name: 'newest-mixed-of-author', text: newestOf('AND author = $2') },
    ofDay: {
      name: 'of-day',
      text: `WITH chosen AS (
          SELECT key ${subjects} ORDER BY key LIMIT 1 OFFSET $1::bigint % greatest(1, (SELECT count(*) ${subjects}))
        )
        SELECT ${summaryColumns} FROM (${from('>= $2')} UNION ALL ${from('< $2')}) w
        JOIN ${s}.question q ON q.id = w.id ${joins} ORDER BY q.place < $2, q.place, q.slug`,
    },
  }
  return (ask: Ask) => ({
    listNewest: (limit: number) => ask<QuestionSummary>(sql.newest, limit),
    listNewestOfAuthor: (author: string, limit: number) => ask<QuestionSummary>(sql.newestOfAuthor, limit, author),
    getOfDay: async (day: number) => chooseOfDay(await ask<QuestionSummary>(sql.ofDay, day, toPlace(`day ${day}`))),
  })
}
