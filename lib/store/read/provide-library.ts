import { settings } from '@/lib/core/settings'
import { provideLibrary } from '@/lib/library/slot'
import { followStore } from './open-store'
import { SqliteLibrary } from './sqlite-library'

/** With this status a server ends that has no store to read: a compile makes one (scripts/supervise.mjs). */
const noStore = 3

/** Makes the store of the settings the library of this process; a server that has none stops and says why. */
export function provideSqliteLibrary() {
  try {
    provideLibrary(new SqliteLibrary(followStore(settings.contentDb)))
  } catch (error) {
    console.error(`The site was not started. ${(error as Error).message}`)
    process.exit(noStore)
  }
}
