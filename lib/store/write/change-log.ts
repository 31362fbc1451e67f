import { readKeys } from '@/lib/library/reads'
import { getRow, listRows, type Store } from '../schema/open'
import type { Derivation } from './derivation'

/** How many changes are kept. A server that last polled before the oldest of them treats everything as changed. */
const maxKept = 100_000

export type ChangeLog = ReturnType<typeof prepareChangeLog>

/**
 * What each compile changed, by the read keys that pages record, so that a server knows which cached pages are stale.
 * In a new store everything has changed: its log is empty.
 */
export function prepareChangeLog(store: Store, sequence: number) {
  const noted = new Set<string>()
  const note = (key: string) => void noted.add(key)
  const sql = {
    put: store.prepare('INSERT OR REPLACE INTO change VALUES (?, ?)'),
    count: store.prepare('SELECT count(*) AS changes FROM change'),
    forget: store.prepare('DELETE FROM change WHERE sequence < ?'),
    setStart: store.prepare("INSERT OR REPLACE INTO meta VALUES ('changesSince', ?)"),
    // `shown`: whether anything changed that other pages show of the question, in a sidebar or a list.
    changed: store.prepare(`SELECT o.id, o.slug IS NULL AS added, q.subject, q.slug,
        o.title IS NOT q.title OR o.title_html IS NOT q.title_html OR o.description IS NOT q.description OR o.canonical_id IS NOT q.canonical_id
          OR o.no_index IS NOT q.no_index OR o.ways IS NOT q.ways OR o.newest_key IS NOT q.newest_key AS shown
      FROM old_question o LEFT JOIN question q ON q.id = o.id`),
  }
  type Changed = { id: number; added: number; subject: string | null; slug: string | null; shown: number }

  function noteQuestions() {
    for (const { id, added, subject, slug, shown } of listRows<Changed>(sql.changed)) {
      note(readKeys.question(id))
      if (shown) note(readKeys.summary(id))
      if (added && subject !== null && slug !== null) note(readKeys.absent({ subject, slug }))
    }
  }

  const derivation: Derivation = {
    settle() {
      noteQuestions()
      for (const key of noted) sql.put.run(key, sequence)
      if ((getRow<{ changes: number }>(sql.count)?.changes ?? 0) <= maxKept) return
      sql.forget.run(sequence)
      sql.setStart.run(sequence - 1)
    },
    fill() {
      sql.setStart.run(sequence)
    },
  }

  return {
    ...derivation,

    /** Notes that this compile changed what a read key names. */
    note,
  }
}
