import { existsSync } from 'node:fs'
import { log } from '@/lib/core/log'
import type { Library } from '@/lib/library/library'
import { followStore } from '@/lib/store/read/open-store'
import { SqliteLibrary } from '@/lib/store/read/sqlite-library'
import { withFallback } from './with-fallback'

/** Where a library is read from: PostgreSQL, falling back to the store while that does not answer; or the store alone. */
export type LibraryPlace = { contentDb: string; postgres?: { url: string; schemaHash: string } | undefined }

/**
 * Opens a library, for one thread. Without PostgreSQL, throws a message for the operator if the store cannot be read.
 * The PostgreSQL engine is loaded only if it is used.
 */
export async function openLibrary({ contentDb, postgres }: LibraryPlace): Promise<Library> {
  if (!postgres) return new SqliteLibrary(followStore(contentDb))
  const { PostgresLibrary } = await import('@/lib/postgres/postgres-library')
  return withFallback(new PostgresLibrary(postgres.url, postgres.schemaHash), openStoreBeside(contentDb))
}

/** The library in the store, if there is one of this version. */
function openStoreBeside(contentDb: string): Library | undefined {
  if (!existsSync(contentDb)) return undefined
  try {
    return new SqliteLibrary(followStore(contentDb))
  } catch (error) {
    log.warn(`There is no fallback for when PostgreSQL does not answer. ${(error as Error).message}`)
    return undefined
  }
}
