import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type MessagePort, workerData } from 'node:worker_threads'
import { log } from '@/lib/core/log'
import { schemaFile } from '@/lib/core/schema-file'
import { settings } from '@/lib/core/settings'
import type { Library } from '@/lib/library/library'
import { searchAtPort } from '@/lib/library/search-port'
import { provideLibrary } from '@/lib/library/slot'
import { searchWith } from './cached-search'
import { type LibraryPlace, openLibrary } from './open-library'
import { SearchThread, searchWorkerFile } from './search-thread'

/** The exit status of a server that has no store to read: scripts/supervise.mjs then compiles one. */
const noStore = 3

/** Where a rendering thread requests searches (lib/server/next-threads.ts); undefined in other threads. */
const searchesPort: MessagePort | undefined = workerData?.searches

/**
 * Opens the library named in the settings, in PostgreSQL if DATABASE_URL is set or else in the store, and makes it this
 * process's library. If that fails, logs why and exits.
 */
export async function provideLibraryOfSettings() {
  try {
    const place = findPlace()
    provideLibrary(searchElsewhere(await openLibrary(place), place))
  } catch (error) {
    log.fatal(`The site was not started. ${(error as Error).message}`)
    process.exit(noStore)
  }
}

function findPlace(): LibraryPlace {
  const { databaseUrl: url, contentDb } = settings
  if (url === undefined) return { contentDb }
  const { hash } = JSON.parse(readFileSync(path.resolve(/* turbopackIgnore: true */ schemaFile), 'utf8'))
  return { contentDb, postgres: { url, schemaHash: hash } }
}

/** No search thread in development: there is one visitor, and the thread's program is part of the build. */
function searchElsewhere(library: Library, place: LibraryPlace): Library {
  if (searchesPort) return searchAtPort(library, searchesPort)
  if (process.env.NODE_ENV !== 'production') return library
  return searchWith(library, new SearchThread(path.resolve(/* turbopackIgnore: true */ searchWorkerFile), place))
}
