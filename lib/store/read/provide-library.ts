import path from 'node:path'
import { settings } from '@/lib/core/settings'
import type { Library } from '@/lib/library/library'
import { provideLibrary } from '@/lib/library/slot'
import { followStore } from './open-store'
import { searchInThread } from './search-in-thread'
import { SearchThread, searchWorkerFile } from './search-thread'
import { SqliteLibrary } from './sqlite-library'

/** With this status a server ends that has no store to read: a compile makes one (scripts/supervise.mjs). */
const noStore = 3

/** Makes the store of the settings the library of this process; a server that has none stops and says why. */
export function provideSqliteLibrary() {
  try {
    const library = new SqliteLibrary(followStore(settings.contentDb))
    provideLibrary(process.env.NODE_ENV === 'production' ? withThread(library) : library)
  } catch (error) {
    console.error(`The site was not started. ${(error as Error).message}`)
    process.exit(noStore)
  }
}

/** Whoever develops the site has no thread: there is one visitor, and the thread's program comes with the build. */
const withThread = (library: Library) =>
  searchInThread(
    library,
    new SearchThread(path.resolve(/* turbopackIgnore: true */ searchWorkerFile), settings.contentDb),
  )
