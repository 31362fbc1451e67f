import { type ListName, listDefinitions, listNames } from '../schema/list-definitions'
import { listRows, type Store } from '../schema/open'
import type { Derivation } from './derivation'
import type { ListRows } from './list-rows'
import { prepareSegments } from './list-segments'

type ListChange = { list: ListName; key: string; sort: string; change: 1 | -1 }

const names = listNames.filter((name) => listDefinitions[name].table === 'question')

/** The lists of questions that pages show, how many each has, and which pages show another one now. */
export function prepareLists(store: Store, version: number, lists: ListRows): Derivation {
  const segments = prepareSegments(store)
  const sql = {
    touchNeighbours: store.prepare(
      `UPDATE question SET version = ?1 WHERE id IN (${['<', '>'].map(toNeighbour).join(',')})`,
    ),
    // Questions of the same title are numbered in their subject: those that come after this one have another number now.
    touchTwins: store.prepare(
      `UPDATE question SET version = ?1 WHERE subject = ?2 AND no_index = 0
       AND az_key > ?3 AND az_key < substr(?3, 1, instr(?3, char(1)) - 1) || char(2)`,
    ),
  }

  /** A question with another title, description or owner shows in the lists of all subjects that it, or a copy, stands in. */
  function touchReworded() {
    const reworded = store.prepare(
      `SELECT 'newest' AS list, q.subject AS key FROM reworded CROSS JOIN question q USING (slug)
       UNION SELECT 'author', q.author FROM reworded CROSS JOIN question q USING (slug)
       UNION SELECT 'all', '' FROM reworded`,
    )
    for (const { list, key } of listRows<{ list: ListName; key: string }>(reworded)) lists.touch(list, key)
  }

  return {
    settle() {
      const places = new Map<string, Pick<ListChange, 'list' | 'key'> & { sorts: string[] }>()
      for (const { list, key, sort, change } of listRows<ListChange>(store.prepare(listChanges))) {
        lists.touch(list, key, change)
        const inList = places.get(`${list} ${key}`) ?? { list, key, sorts: [] }
        places.set(`${list} ${key}`, inList)
        inList.sorts.push(sort)
        // The home page shows how many questions each subject has, copies too.
        if (list === 'newest') lists.touch('all', '')
        // The pages of the questions before and after the place show another neighbour now.
        if (list === 'owned') sql.touchNeighbours.run(version, key, sort)
        if (list === 'a-z') sql.touchTwins.run(version, key, sort)
      }
      for (const { list, key, sorts } of places.values()) segments.settle(list, key, sorts)
      touchReworded()
    },

    fill() {
      for (const name of names) {
        lists.fill(name)
        segments.fill(name)
      }
    },
  }
}

/** The id of the question right before (`<`) or after (`>`) the place ?3 among the owned ones of subject ?2. */
const toNeighbour = (side: string) =>
  `(SELECT id FROM question WHERE subject = ?2 AND no_index = 0 AND is_owner = 1 AND newest_key ${side} ?3
    ORDER BY newest_key ${side === '<' ? 'DESC' : ''} LIMIT 1)`

/** The rows of a list among the questions that changed. */
function toRows(name: ListName, table: string, change: 1 | -1): string {
  const { key, order, shown } = listDefinitions[name]
  return `SELECT '${name}' AS list, ${key} AS key, ${order} AS sort, ${change} AS change FROM ${table} WHERE ${shown}`
}

/** The rows that came into each list, and those that left it. */
const listChanges = `SELECT list, key, sort, sum(change) AS change
  FROM (${names.flatMap((name) => [toRows(name, 'old_question', -1), toRows(name, 'new_question', 1)]).join(' UNION ALL ')})
  GROUP BY list, key, sort HAVING sum(change) != 0`
