import { type ListName, listDefinitions } from '../schema/list-definitions'
import { getRow, type Store } from '../schema/open'

/**
 * What has a version like a list: the names of all subjects, which topics a subject shows, and whether a topic has a
 * page.
 */
type Versioned = ListName | 'subjects' | 'topics' | 'topic-page'

export type ListRows = ReturnType<typeof prepareListRows>

/**
 * How many questions each list has, and the versions by which the page cache knows which pages to render again;
 * `version` is the compile's number.
 */
export function prepareListRows(store: Store, version: number) {
  const sql = {
    touch: store.prepare(
      `INSERT INTO list VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET questions = questions + excluded.questions, version = excluded.version`,
    ),
    get: store.prepare('SELECT questions FROM list WHERE list = ? AND key = ?'),
    remove: store.prepare('DELETE FROM list WHERE list = ? AND key = ?'),
  }
  return {
    /** Notes that this compile changed what a list shows, and by how many questions it grew. */
    touch(list: Versioned, key: string, change = 0) {
      sql.touch.run(list, key, change, version)
    },

    count: (list: ListName, key: string) => getRow<{ questions: number }>(sql.get, list, key)?.questions,
    remove: (list: ListName, key: string) => sql.remove.run(list, key),

    /** Counts all lists of one name in a new store. */
    fill(list: ListName) {
      const { table, key, shown, fewest } = listDefinitions[list]
      store.exec(
        `INSERT INTO list SELECT '${list}', ${key}, count(*), ${version} FROM ${table}
         WHERE ${shown} GROUP BY ${key} HAVING count(*) >= ${fewest}`,
      )
    },
  }
}
