import type Database from 'libsql'
import { maxWays } from '@/lib/core/search-limits'
import { readKeys } from '@/lib/library/reads'
import { listRewordings } from '@/lib/search/rewordings'
import { getRow, listRows, type Store } from '../schema/open'
import { toWordedAlike, type WordingKey, wordingKeys } from '../schema/worded-alike'
import type { ChangeLog } from './change-log'
import type { Derivation } from './derivation'

const shown = 'no_index = 0 AND is_canonical = 1'

type Worded = { id: number; title: string; sense: number; ways: number }

/**
 * In how many ways each question is asked. A compile recounts what it changed, and what shares a sense or a band of the
 * answer with that: of a large group, only as many as may have been counted differently before.
 */
export function prepareWays(store: Store, changes: ChangeLog): Derivation {
  const sql = {
    get: store.prepare(`SELECT id, title, sense, ways FROM question WHERE id = ? AND ${shown}`),
    listAlike: store.prepare(
      `SELECT q.id, q.title, q.sense FROM (${toWordedAlike('question', '?1')}) alike JOIN question q USING (id) ORDER BY q.id`,
    ),
    setWays: store.prepare('UPDATE question SET ways = ? WHERE id = ? AND ways != ?'),
    listOf: Object.fromEntries(
      wordingKeys.map((key) => [
        key,
        store.prepare(`SELECT id FROM question WHERE ${key} = ? AND ${shown} ORDER BY id LIMIT ?`),
      ]),
    ) as Record<WordingKey, Database.Statement>,
  }

  function count(id: number) {
    const question = getRow<Worded>(sql.get, id)
    const others = question ? listRewordings(question, listRows<Worded>(sql.listAlike, id)) : []
    const ways = 1 + others.length
    if (sql.setWays.run(ways, id, ways).changes > 0) changes.note(readKeys.list('all', ''))
  }

  return {
    settle() {
      const touched = new Set<number>()
      for (const { kind, value, changed } of listRows<Touched>(store.prepare(listTouched))) {
        const sharing = listRows<{ id: number }>(sql.listOf[kind], value, maxWays + 1 + changed)
        for (const { id } of sharing) touched.add(id)
      }
      for (const { id } of listRows<{ id: number }>(store.prepare(listChanged))) touched.add(id)
      for (const id of touched) {
        count(id)
        // The page lists its rewordings.
        changes.note(readKeys.question(id))
      }
    },

    fill() {
      const shared = wordingKeys.map(
        (key) => `SELECT id FROM question WHERE ${shown} AND ${key} IN (
          SELECT ${key} FROM question WHERE ${shown} AND ${key} IS NOT NULL
          GROUP BY ${key} HAVING count(*) > 1)`,
      )
      for (const { id } of listRows<{ id: number }>(store.prepare(shared.join(' UNION ')))) count(id)
    },
  }
}

type Touched = { kind: WordingKey; value: number; changed: number }

const toRows = (table: string, change: 1 | -1) =>
  wordingKeys.map(
    (key) => `SELECT '${key}' AS kind, ${key} AS value, id, title, ${change} AS change FROM ${table}
      WHERE ${shown} AND ${key} IS NOT NULL`,
  )

/** Each value that questions began or ceased to share, with how many of them changed. */
const listTouched = `SELECT kind, value, count(*) AS changed FROM (
    SELECT kind, value FROM (${[...toRows('old_question', -1), ...toRows('new_question', 1)].join(' UNION ALL ')})
    GROUP BY kind, value, id, title HAVING sum(change) != 0
  ) GROUP BY kind, value`

/** Questions that are no longer shown, or are shown differently. */
const listChanged = `SELECT q.id FROM old_question o JOIN new_question q USING (id)
  WHERE o.sense IS NOT q.sense OR o.band IS NOT q.band OR o.other_band IS NOT q.other_band OR o.title IS NOT q.title
    OR o.no_index IS NOT q.no_index OR o.is_canonical IS NOT q.is_canonical`
