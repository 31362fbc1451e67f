import { existsSync, statSync } from 'node:fs'
import Database from 'libsql'
import { findDamage } from '../schema/damage'
import { getVersion } from '../schema/open'

/** The file by which compiles of a store wait for each other. It stays, and so tells where a compile ever ran. */
export const toLockFile = (file: string) => `${file}.lock`

/**
 * Whether what is at the place of a store is something else: a compile would put its store there, and all of it would be
 * lost for a path that was mistyped. A store that is damaged is known by the lock beside it.
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
    // What SQLite cannot read, or another program's table of the same name.
    return false
  } finally {
    store.close()
  }
}
