import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type MessagePort, workerData } from 'node:worker_threads'
import { log } from '@/lib/core/log'
import { schemaFile } from '@/lib/core/schema-file'
import { settings } from '@/lib/core/settings'
import type { Library } from '@/lib/library/library'
import { searchAtPort } from '@/lib/library/search-port'
import { provideLibrary } from '@/lib/library/slot'
import { followStore } from '@/lib/store/read/open-store'
import { SearchThread, searchWorkerFile } from '@/lib/store/read/search-thread'
import { SqliteLibrary } from '@/lib/store/read/sqlite-library'
import { searchWith } from './cached-search'
import { searchInTurn } from './search-in-turn'
import { readWhileAway } from './when-away'

/** The exit status of a server that has no store to read: a compile makes one (scripts/supervise.mjs). */
const noStore = 3

/** Where a thread that renders asks for searches (lib/server/next-threads.ts); undefined elsewhere. */
const searchesPort: MessagePort | undefined = workerData?.searches

/**
 * Makes the library named in the settings that of this process: in PostgreSQL if there is an address, or in a store.
 */
export async function provideLibraryOfSettings() {
  const { databaseUrl } = settings
  provideLibrary(databaseUrl === undefined ? openStoreLibrary() : await openPostgresLibrary(databaseUrl))
}

/** Whoever does not use PostgreSQL loads nothing of it. */
async function openPostgresLibrary(url: string): Promise<Library> {
  const { PostgresLibrary } = await import('@/lib/postgres/postgres-library')
  const { hash } = JSON.parse(readFileSync(path.resolve(/* turbopackIgnore: true */ schemaFile), 'utf8'))
  const library = readWhileAway(new PostgresLibrary(url, hash), openStoreBeside())
  return searchesPort ? searchAtPort(library, searchesPort) : searchWith(library, searchInTurn(library))
}

/** The library in the store, where there is one of this version. */
function openStoreBeside(): Library | undefined {
  if (!existsSync(settings.contentDb)) return undefined
  try {
    return new SqliteLibrary(followStore(settings.contentDb))
  } catch (error) {
    log.warn(`While PostgreSQL does not answer, nothing is read in its place. ${(error as Error).message}`)
    return undefined
  }
}

/** The library in the store. A server without one logs why and exits. */
function openStoreLibrary(): Library {
  try {
    const library = new SqliteLibrary(followStore(settings.contentDb))
    if (searchesPort) return searchAtPort(library, searchesPort)
    return process.env.NODE_ENV === 'production' ? searchWith(library, openSearchThread()) : library
  } catch (error) {
    log.fatal(`The site was not started. ${(error as Error).message}`)
    process.exit(noStore)
  }
}

/** No search thread in development: there is one visitor, and the thread's program is part of the build. */
const openSearchThread = () =>
  new SearchThread(path.resolve(/* turbopackIgnore: true */ searchWorkerFile), settings.contentDb)
