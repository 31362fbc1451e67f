import { statSync } from 'node:fs'
import { getMeta, getRow, listRows, type Store } from '../schema/open'

/** If there are more changes than this, they are not listed. */
const maxListedChanges = 20_000

/** The identity and version of a store, and its changes since an earlier version. */
export function prepareState(store: Store) {
  const id = `${getMeta(store, 'storeId')} ${identify(store)}`
  const sql = {
    sequence: store.prepare("SELECT value FROM meta WHERE key = 'sequence'"),
    changed: store.prepare('SELECT key FROM change WHERE sequence > ? LIMIT ?'),
  }
  return {
    /** The number of the last compile that changed something. */
    getSequence: () => getRow<{ value: number }>(sql.sequence)?.value ?? 0,

    /**
     * Identifies this store, and distinguishes it from older and newer copies in other files, such as a restored backup. All
     * processes and threads that have the same file open get the same id.
     */
    getStoreId: () => id,

    /** The read keys that compiles after number `since` changed; undefined if unknown or too many. */
    listChanged(since: number): string[] | undefined {
      if (since < Number(getMeta(store, 'changesSince'))) return undefined
      const keys = listRows<{ key: string }>(sql.changed, since, maxListedChanges + 1).map(({ key }) => key)
      return keys.length > maxListedChanges ? undefined : keys
    },
  }
}

/** The identity of the file that a store is open from. A file that replaces it has another one. */
function identify(store: Store): string {
  const file = getRow<{ file: string }>(store.prepare('PRAGMA database_list'))?.file
  const stats = file ? statSync(file, { throwIfNoEntry: false }) : undefined
  return stats ? `${stats.dev} ${stats.ino} ${stats.birthtimeMs}` : ''
}
