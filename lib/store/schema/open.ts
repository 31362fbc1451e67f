import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import Database from 'libsql'
import { findDamage, isAccessError, isDamageError } from './damage'
import { storeVersion } from './tables'

export type Store = Database.Database

/** The row of a statement that returns at most one. */
export function getRow<Row>(statement: Database.Statement, ...parameters: unknown[]): Row | undefined {
  return statement.get(...parameters) as Row | undefined
}

/** All rows of a statement that is bounded by its own LIMIT or by the table it reads. */
export function listRows<Row>(statement: Database.Statement, ...parameters: unknown[]): Row[] {
  return statement.all(...parameters) as Row[]
}

const remedy = 'Run “npm run content” to make it from the files.'

/**
 * Opens the store for reading. Throws a message for the operator if there is none, if it is damaged, if another version
 * of the site made it, or if this process may not read it.
 */
export function openStoreToRead(file: string): Store {
  if (!existsSync(file)) throw new Error(`There is no content store at ${file}. ${remedy}`)
  let store: Store | undefined
  try {
    const damage = findDamage(file)
    if (damage) throw new Error(`The content store at ${file} is damaged: ${damage}. ${remedy}`)
    store = new Database(toAddress(file), { timeout: 5_000 })
    if (isCurrent(store)) return store
    throw new Error(`The content store at ${file} was made by another version of the site. ${remedy}`)
  } catch (error) {
    store?.close()
    throw toOpenError(error as Error, file)
  }
}

/**
 * Whether the folder of a store is on a read-only file system. SQLite then reads the file as it is, without the two
 * files that it otherwise keeps beside it.
 */
export function isOnReadOnlyMount(file: string): boolean {
  try {
    accessSync(path.dirname(file), constants.W_OK)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EROFS'
  }
}

/** https://sqlite.org/uri.html. If there is a log, another machine writes the file, and SQLite must read the log too. */
const toAddress = (file: string) =>
  isOnReadOnlyMount(file) && !existsSync(`${file}-wal`) ? `${pathToFileURL(file)}?immutable=1` : file

function toOpenError(error: Error & { code?: string }, file: string): Error {
  if (isDamageError(error)) return new Error(`The content store at ${file} is damaged: ${error.message}. ${remedy}`)
  if (error.code === 'EACCES') return new Error(`The content store at ${file} may not be read by this user.`)
  if (!isAccessError(error)) return error
  return new Error(
    `The content store at ${file} cannot be opened (${error.message}): SQLite keeps two files beside it while it is read. Let the user of the server write to ${path.dirname(file)}, or mount it read-only.`,
  )
}

/** Whether there is a store that this version of the site can read. */
export function hasUsableStore(file: string): boolean {
  try {
    openStoreToRead(file).close()
    return true
  } catch {
    return false
  }
}

/** The folders of known files, by one index look-up each: DISTINCT would scan all files. */
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

/** Whether the store has the tables of this version, filled by a compile. */
export const isCurrent = (store: Store) => getVersion(store) === storeVersion

/** The version of a store; undefined if no compile has filled it. */
export function getVersion(store: Store): unknown {
  const hasMeta = getRow(store.prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'meta'`))
  return hasMeta && getMeta(store, 'storeVersion')
}

export function getMeta(store: Store, key: string): unknown {
  return getRow<{ value: unknown }>(store.prepare('SELECT value FROM meta WHERE key = ?'), key)?.value
}
