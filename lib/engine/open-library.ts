import { existsSync } from 'node:fs'
import { log } from '@/lib/core/log'
import type { Library } from '@/lib/library/library'
import { followStore } from '@/lib/store/read/open-store'
import { SqliteLibrary } from '@/lib/store/read/sqlite-library'
import { readWhileAway } from './when-away'

/** Where a library is: in PostgreSQL, and in the store while that does not answer; or in the store alone. */
export type LibraryPlace = { contentDb: string; postgres?: { url: string; schemaHash: string } | undefined }

/**
 * Opens a library, for one thread. Throws a message for the operator where it is in a store alone that cannot be read.
 * Whoever does not use PostgreSQL loads nothing of it.
 */
export async function openLibrary({ contentDb, postgres }: LibraryPlace): Promise<Library> {
  if (!postgres) return new SqliteLibrary(followStore(contentDb))
  const { PostgresLibrary } = await import('@/lib/postgres/postgres-library')
  return readWhileAway(new PostgresLibrary(postgres.url, postgres.schemaHash), openStoreBeside(contentDb))
}

/** The library in the store, where there is one of this version. */
function openStoreBeside(contentDb: string): Library | undefined {
  if (!existsSync(contentDb)) return undefined
  try {
    return new SqliteLibrary(followStore(contentDb))
  } catch (error) {
    log.warn(`While PostgreSQL does not answer, nothing is read in its place. ${(error as Error).message}`)
    return undefined
  }
}
