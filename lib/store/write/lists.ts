import { readKeys } from '@/lib/library/reads'
import { type ListName, listDefinitions, listNames } from '../schema/list-definitions'
import { listRows, type Store } from '../schema/open'
import type { ChangeLog } from './change-log'
import type { Derivation } from './derivation'
import type { ListCounts } from './list-counts'
import { prepareSegments } from './list-segments'

type ListChange = { list: ListName; key: string; sort: string; change: 1 | -1 }

const names = listNames.filter((name) => listDefinitions[name].table === 'question')

/** The lists of questions that pages show, their lengths, and which pages their changes affect. */
export function prepareLists(store: Store, counts: ListCounts, changes: ChangeLog): Derivation {
  const segments = prepareSegments(store)
  const sql = {
    sameTitle: store.prepare(
      `SELECT id FROM question WHERE subject = ?1 AND no_index = 0
       AND az_key > ?2 AND az_key < substr(?2, 1, instr(?2, char(1)) - 1) || char(2)`,
    ),
  }

  function noteSameTitle(subject: string, sort: string) {
    for (const { id } of listRows<{ id: number }>(sql.sameTitle, subject, sort)) changes.note(readKeys.question(id))
  }

  /** A new title, description or canonical address appears in all lists that have the question or a copy of it. */
  function noteReworded() {
    const reworded = store.prepare(
      `SELECT 'newest' AS list, q.subject AS key FROM reworded CROSS JOIN question q USING (slug)
       UNION SELECT 'author', q.author FROM reworded CROSS JOIN question q USING (slug)
       UNION SELECT 'all', '' FROM reworded`,
    )
    type Reworded = { list: 'newest' | 'author' | 'all'; key: string }
    for (const { list, key } of listRows<Reworded>(reworded)) changes.note(readKeys.list(list, key))
  }

  return {
    settle() {
      const places = new Map<string, Pick<ListChange, 'list' | 'key'> & { sorts: string[] }>()
      for (const { list, key, sort, change } of listRows<ListChange>(store.prepare(listChanges))) {
        counts.change(list, key, change)
        const inList = places.get(`${list} ${key}`) ?? { list, key, sorts: [] }
        places.set(`${list} ${key}`, inList)
        inList.sorts.push(sort)
        // Later ones of the same title are now numbered differently.
        if (list === 'a-z') noteSameTitle(key, sort)
        else if (list !== 'topic' && list !== 'canonical') changes.note(readKeys.list(list, key))
        // The home page shows how many questions each subject has, copies too.
        if (list === 'newest') changes.note(readKeys.list('all', ''))
      }
      for (const { list, key, sorts } of places.values()) segments.settle(list, key, sorts)
      noteReworded()
    },

    fill() {
      for (const name of names) {
        counts.fill(name)
        segments.fill(name)
      }
    },
  }
}

/** The rows of a list among the questions that changed. */
function toRows(name: ListName, table: string, change: 1 | -1): string {
  const { key, order, shown } = listDefinitions[name]
  return `SELECT '${name}' AS list, ${key} AS key, ${order} AS sort, ${change} AS change FROM ${table} WHERE ${shown}`
}

/** The rows that were added to or removed from each list. */
const listChanges = `SELECT list, key, sort, sum(change) AS change
  FROM (${names.flatMap((name) => [toRows(name, 'old_question', -1), toRows(name, 'new_question', 1)]).join(' UNION ALL ')})
  GROUP BY list, key, sort HAVING sum(change) != 0`
