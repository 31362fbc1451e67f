import { existsSync, statSync } from 'node:fs'
import Database from 'libsql'
import { findDamage } from '../schema/damage'
import { getVersion } from '../schema/open'

/** The file that compiles of a store lock. It is never removed, so it also marks the place of a store. */
export const toLockFile = (file: string) => `${file}.lock`

/**
 * Whether what is at the path of a store is something else, perhaps because the path was mistyped: a compile would
 * overwrite it. A damaged store is recognised by the lock file beside it.
 */
export function isForeign(file: string): boolean {
  const stats = statSync(file, { throwIfNoEntry: false })
  if (!stats) return false
  if (!stats.isFile()) return true
  return stats.size > 0 && !existsSync(toLockFile(file)) && !isStore(file)
}

/** Whether a file is a store, of any version. */
function isStore(file: string): boolean {
  if (findDamage(file)) return false
  const store = new Database(file)
  try {
    return getVersion(store) !== undefined
  } catch {
    // SQLite cannot read it, or another program has a table of the same name.
    return false
  } finally {
    store.close()
  }
}
