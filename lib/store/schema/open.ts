import { existsSync } from 'node:fs'
import Database from 'libsql'
import { storeVersion } from './tables'

export type Store = Database.Database

/** A row of a statement that gives at most one. */
export function getRow<Row>(statement: Database.Statement, ...parameters: unknown[]): Row | undefined {
  return statement.get(...parameters) as Row | undefined
}

/** All rows of a statement that is bounded by its own LIMIT or by the table it reads. */
export function listRows<Row>(statement: Database.Statement, ...parameters: unknown[]): Row[] {
  return statement.all(...parameters) as Row[]
}

/** Opens the store to read. Throws a sentence where there is none, or one that another version of the site made. */
export function openStoreToRead(file: string): Store {
  const mend = 'Run “npm run content” to make it.'
  if (!existsSync(file)) throw new Error(`There is no content store at ${file}. ${mend}`)
  const store = new Database(file, { readonly: true, timeout: 5_000 })
  if (!isCurrent(store))
    throw new Error(`The content store at ${file} was made by another version of the site. ${mend}`)
  return store
}

/** Whether there is a store that this version of the site can read. */
export function hasUsableStore(file: string): boolean {
  if (!existsSync(file)) return false
  const store = new Database(file, { readonly: true })
  const usable = isCurrent(store)
  store.close()
  return usable
}

/** The folders of known files, one step into the index for each: DISTINCT would walk all files. */
export const selectDirs = `WITH RECURSIVE folder (dir) AS (
  SELECT min(dir) FROM file
  UNION ALL SELECT (SELECT min(dir) FROM file WHERE dir > folder.dir) FROM folder WHERE dir IS NOT NULL
) SELECT dir FROM folder WHERE dir IS NOT NULL`

/** The folders below the content folder that hold files of the library. */
export function listKnownDirs(file: string): string[] {
  const store = openStoreToRead(file)
  const dirs = listRows<{ dir: string }>(store.prepare(selectDirs)).map(({ dir }) => dir)
  store.close()
  return dirs
}

/** Whether SQLite could not write: mostly because the disk is full (https://sqlite.org/rescode.html). */
export const isDiskError = (error: unknown): error is Error =>
  error instanceof Error && /^SQLITE_(?:FULL|IOERR)/.test(String((error as NodeJS.ErrnoException).code))

/** Whether the store has the tables of this version, filled by a compile. */
export function isCurrent(store: Store): boolean {
  const hasMeta = getRow(store.prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'meta'`))
  return hasMeta !== undefined && getMeta(store, 'storeVersion') === storeVersion
}

export function getMeta(store: Store, key: string): unknown {
  return getRow<{ value: unknown }>(store.prepare('SELECT value FROM meta WHERE key = ?'), key)?.value
}
