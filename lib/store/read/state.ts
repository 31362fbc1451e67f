import { statSync } from 'node:fs'
import { getMeta, getRow, listRows, type Store } from '../schema/open'

/** With more changes than these it is not told which they are. */
const mostTold = 20_000

/** Which state of which library a store holds, and what changed before it. */
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
     * What tells this store from all others, and from an older or newer copy of itself in another file: a file that is
     * opened may have been put in the place of one that knew more. All who have one file open agree on it.
     */
    getStoreId: () => id,

    /** The read keys of what compiles after number `since` changed; undefined where that is not known, or too much. */
    listChanged(since: number): string[] | undefined {
      if (since < Number(getMeta(store, 'changesSince'))) return undefined
      const keys = listRows<{ key: string }>(sql.changed, since, mostTold + 1).map(({ key }) => key)
      return keys.length > mostTold ? undefined : keys
    },
  }
}

/** The file that a store is open from. One that takes its place is another, while this one is open. */
function identify(store: Store): string {
  const file = getRow<{ file: string }>(store.prepare('PRAGMA database_list'))?.file
  const stats = file ? statSync(file, { throwIfNoEntry: false }) : undefined
  return stats ? `${stats.dev} ${stats.ino} ${stats.birthtimeMs}` : ''
}
