import { type ListName, listDefinitions, listNames } from '../schema/list-definitions'
import { listRows, type Store } from '../schema/open'
import type { Derivation } from './derivation'
import { fillList, prepareListEditor } from './list-stretches'
import type { ListVersions } from './list-versions'

type ListChange = { list: ListName; key: string; sort: string; change: 1 | -1 }

const names = listNames.filter((name) => listDefinitions[name].table === 'question')

/** The lists of questions that pages show, how many each has, and which pages show another one now. */
export function prepareLists(store: Store, version: number, lists: ListVersions): Derivation {
  const editList = prepareListEditor(store)
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
      for (const { list, key, sort, change } of listRows<ListChange>(store.prepare(listChanges))) {
        editList(list, key, sort, change)
        lists.touch(list, key)
        // The home page shows how many questions each subject has, copies too.
        if (list === 'newest') lists.touch('all', '')
        // The pages of the questions before and after the place show another neighbour now.
        if (list === 'owned') sql.touchNeighbours.run(version, key, sort)
        if (list === 'a-z') sql.touchTwins.run(version, key, sort)
      }
      touchReworded()
    },

    fill() {
      for (const name of names) fillList(store, name, version)
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

/** The rows that came into each list, and those that left it, first. */
const listChanges = `SELECT list, key, sort, sum(change) AS change
  FROM (${names.flatMap((name) => [toRows(name, 'old_question', -1), toRows(name, 'new_question', 1)]).join(' UNION ALL ')})
  GROUP BY list, key, sort HAVING sum(change) != 0 ORDER BY change, list, key, sort`
