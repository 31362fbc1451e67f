import path from 'node:path'
import { log } from '@/lib/core/log'
import { settings } from '@/lib/core/settings'
import type { Library } from '@/lib/library/library'
import { provideLibrary } from '@/lib/library/slot'
import { followStore } from './open-store'
import { searchInThread } from './search-in-thread'
import { SearchThread, searchWorkerFile } from './search-thread'
import { SqliteLibrary } from './sqlite-library'

/** The exit status of a server that has no store to read: a compile makes one (scripts/supervise.mjs). */
const noStore = 3

/** Makes the store named in the settings the library of this process. A server without one logs why and exits. */
export function provideSqliteLibrary() {
  try {
    const library = new SqliteLibrary(followStore(settings.contentDb))
    provideLibrary(process.env.NODE_ENV === 'production' ? withThread(library) : library)
  } catch (error) {
    log.fatal(`The site was not started. ${(error as Error).message}`)
    process.exit(noStore)
  }
}

/** No search thread in development: there is one visitor, and the thread's program is part of the build. */
const withThread = (library: Library) =>
  searchInThread(
    library,
    new SearchThread(path.resolve(/* turbopackIgnore: true */ searchWorkerFile), settings.contentDb),
  )
