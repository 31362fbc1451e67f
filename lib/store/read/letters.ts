import { pageSize } from '@/lib/core/pagination'
import type { Letter } from '@/lib/library/pages'
import { listDefinitions } from '../schema/list-definitions'
import { getRow, type Store } from '../schema/open'

/** Titles begin with letters and digits of any script; a longer index would be no help. */
const maxLetters = 40

/**
 * The page on which each letter begins in a subject's list from A to Z: two look-ups per letter, however long the list.
 */
export function prepareLetters(store: Store) {
  const { key, order, shown } = listDefinitions['a-z']
  const sql = {
    next: store.prepare(
      `SELECT ${order} AS sort FROM question WHERE ${key} = ? AND ${shown} AND ${order} >= ? ORDER BY ${order} LIMIT 1`,
    ),
    /** Adds up the segments before the one with the title, and counts the titles before it in that one. */
    countBefore: store.prepare(`SELECT
        (SELECT coalesce(sum(questions), 0) FROM list_segment WHERE list = 'a-z' AND key = ?1 AND first < s.first) +
        (SELECT count(*) FROM question WHERE ${key} = ?1 AND ${shown} AND ${order} >= s.first AND ${order} < ?2) AS count
      FROM list_segment s WHERE list = 'a-z' AND key = ?1 AND first <= ?2 ORDER BY first DESC LIMIT 1`),
  }
  return {
    listLetters(subject: string): Letter[] {
      const letters: Letter[] = []
      for (let from = ''; letters.length < maxLetters; ) {
        const sort = getRow<{ sort: string }>(sql.next, subject, from)?.sort
        if (sort === undefined) break
        const letter = String.fromCodePoint(sort.codePointAt(0) ?? 0)
        const before = getRow<{ count: number }>(sql.countBefore, subject, sort)?.count ?? 0
        letters.push({ letter, page: Math.floor(before / pageSize) + 1 })
        from = `${letter}\u{10FFFF}`
      }
      return letters
    },
  }
}
