import Database from 'libsql'
import { getRow, openStoreToRead, type Store } from '../schema/open'
import { type PublishedTable, publishedNames, publishedTables } from '../schema/published-tables'

/** How many rows are logged. If a compile changes more, the next publication carries over everything. */
const mostLogged = 200_000

/** How long to wait for a compile, in milliseconds. */
const patience = 600_000

/**
 * Logs from now on which rows compiles change, so that a publication costs what they changed. Stores that are not
 * published to another engine have no log, and their compiles do not pay for one. Throws where there is no store.
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

/** The log of the rows that one compile, number `version`, changes in a store; nothing where there is no log. */
export function prepareRowLog(store: Store, version: number) {
  if (!getRow(store.prepare('SELECT 1 FROM row_state LIMIT 1'))) return { settle() {} }
  for (const name of publishedNames) {
    const { key }: PublishedTable = publishedTables[name]
    const log = (row: 'NEW' | 'OLD') =>
      `INSERT INTO row_change VALUES ('${name}', json_array(${key.map((column) => `${row}.${column}`).join(', ')}), ${version})
        ON CONFLICT (name, key) DO UPDATE SET sequence = excluded.sequence;`
    store.exec(`
      CREATE TEMP TRIGGER log_insert_${name} AFTER INSERT ON main.${name} BEGIN ${log('NEW')} END;
      CREATE TEMP TRIGGER log_update_${name} AFTER UPDATE ON main.${name} BEGIN ${log('OLD')} ${log('NEW')} END;
      CREATE TEMP TRIGGER log_delete_${name} AFTER DELETE ON main.${name} BEGIN ${log('OLD')} END;
    `)
  }
  return {
    /** Completes what a compile logged: from the state that it makes, later changes are known. */
    settle() {
      const logged = getRow<{ rows: number }>(store.prepare('SELECT count(*) AS rows FROM row_change'))?.rows ?? 0
      if (logged > mostLogged) store.exec('DELETE FROM row_change; DELETE FROM row_state')
      store.prepare('INSERT INTO row_state VALUES (?)').run(version)
    },
  }
}
