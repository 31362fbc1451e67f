import Database from 'libsql'
import { getRow, openStoreToRead, type Store } from '../schema/open'
import { type PublishedTable, publishedNames, publishedTables } from '../schema/published-tables'

/** How many rows are logged. If a compile changes more, the next publication copies everything. */
const maxLogged = 200_000

/** What changes a row, and whether the row's old or new key is logged. */
const events = [
  ['INSERT', 'NEW'],
  ['UPDATE', 'OLD'],
  ['UPDATE', 'NEW'],
  ['DELETE', 'OLD'],
]

/** How long to wait for a compile, in milliseconds. */
const patience = 600_000

/**
 * Starts logging which rows compiles change, so that the cost of a publication depends only on these. Stores that are not
 * published to another engine have no log, and their compiles do not pay for one. Throws if there is no store.
 */
export function startRowLog(file: string) {
  openStoreToRead(file).close()
  const store = new Database(file, { timeout: patience })
  try {
    store.exec('BEGIN IMMEDIATE')
    store.exec(`INSERT INTO row_state SELECT value FROM meta
      WHERE key = 'sequence' AND NOT EXISTS (SELECT 1 FROM row_state)`)
    store.exec('COMMIT')
  } finally {
    store.close()
  }
}

/** Logs the rows that one compile, number `version`, changes in a store; does nothing if the store has no log. */
export function prepareRowLog(store: Store, version: number) {
  const last = getRow<{ sequence: number | null }>(store.prepare('SELECT max(sequence) AS sequence FROM row_state'))
  if (!last?.sequence) return { settle() {} }
  for (const name of publishedNames) {
    const { key }: PublishedTable = publishedTables[name]
    for (const [event, row] of events) {
      store.exec(`CREATE TEMP TRIGGER log_${event}_${row}_${name} AFTER ${event} ON main.${name} BEGIN
        INSERT INTO row_change
          VALUES ('${name}', json_array(${key.map((column) => `${row}.${column}`).join(', ')}), ${version})
          ON CONFLICT (name, key) DO UPDATE SET sequence = excluded.sequence;
      END`)
    }
  }
  return {
    /** Completes a compile's log: all changes after the state that it publishes are known. */
    settle() {
      const logged = getRow<{ rows: number }>(store.prepare('SELECT count(*) AS rows FROM row_change'))?.rows ?? 0
      if (logged > maxLogged) store.exec('DELETE FROM row_change; DELETE FROM row_state')
      store.prepare('INSERT INTO row_state VALUES (?)').run(version)
    },
  }
}
