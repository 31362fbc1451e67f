import { LRUCache } from 'lru-cache'
import { settings } from '@/lib/core/settings'
import type { ServedLibrary } from '@/lib/library/slot'
import type { Page } from './page'

export type CachedPage = {
  page: Page
  /** The last compile that is known to have changed nothing that the page shows. */
  sequence: number
  dependencies: unknown
}

/** Half the body more, for what will be cached of it compressed, and what headers and dependencies take. */
const entries = new LRUCache<string, CachedPage>({
  maxSize: settings.pageCacheMb * 1024 * 1024,
  sizeCalculation: ({ page }, path) => 4 * path.length + Math.ceil(1.5 * page.body.length) + 3_000,
})

/** The page at an address, if it is cached and `sequence` is still the compile up to which it is known to be valid. */
export function findCurrentPage(path: string, sequence: number): Page | undefined {
  const entry = entries.get(path)
  return entry?.sequence === sequence ? entry.page : undefined
}

/**
 * The page at an address, if it is cached and nothing has changed that it shows; one that is no longer valid is dropped.
 * Validity is asked at every read: an edit is visible at the next request and nothing need be told.
 */
export function findPage(path: string, library: ServedLibrary): Page | undefined {
  const entry = entries.get(path)
  if (!entry) return undefined
  const sequence = library.getSequence()
  if (entry.sequence !== sequence && !library.isUnchangedSince(entry.sequence, entry.dependencies)) {
    entries.delete(path)
    return undefined
  }
  entry.sequence = sequence
  return entry.page
}

export function cachePage(path: string, entry: CachedPage) {
  entries.set(path, entry)
}
