import { type ListName, listDefinitions } from '../schema/list-definitions'
import { getRow, type Store } from '../schema/open'

export type ListCounts = ReturnType<typeof prepareListCounts>

/** How many questions each list has. */
export function prepareListCounts(store: Store) {
  const sql = {
    change: store.prepare(
      'INSERT INTO list VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET questions = questions + excluded.questions',
    ),
    get: store.prepare('SELECT questions FROM list WHERE list = ? AND key = ?'),
    remove: store.prepare('DELETE FROM list WHERE list = ? AND key = ?'),
  }
  return {
    /** Adds a change to a list's number of questions. */
    change: (list: ListName, key: string, change: number) => sql.change.run(list, key, change),

    get: (list: ListName, key: string) => getRow<{ questions: number }>(sql.get, list, key)?.questions,
    remove: (list: ListName, key: string) => sql.remove.run(list, key),

    /** Counts all lists of one name in a new store. */
    fill(list: ListName) {
      const { table, key, shown, fewest } = listDefinitions[list]
      store.exec(
        `INSERT INTO list SELECT '${list}', ${key}, count(*) FROM ${table}
         WHERE ${shown} GROUP BY ${key} HAVING count(*) >= ${fewest}`,
      )
    },
  }
}
