import { LRUCache } from 'lru-cache'
import { settings } from '@/lib/core/settings'
import { type ChangeLog, isOver, type Recorded } from './change-log'
import type { Page } from './page'

/** A page, and the state of the log up to which it is known to be valid. */
type CachedPage = Recorded & { page: Page; checked: object | undefined }

/** One and a half times the body, to cover its compressed forms, and some for headers and reads. */
const sizeCalculation = ({ page }: { page: Page }, path: string) =>
  4 * path.length + Math.ceil(1.5 * page.body.length) + 3_000

const entries = new LRUCache<string, CachedPage>({ maxSize: settings.pageCacheMb * 1024 * 1024, sizeCalculation })

/**
 * Search result pages, by their whole address: separate, since anybody can request any number and would evict all
 * others.
 */
const results = new LRUCache<string, Recorded & { page: Page }>({ maxSize: 4 * 1024 * 1024, sizeCalculation })

/**
 * The page at an address, if it is cached and nothing that it shows has changed; a stale one is dropped. Pages are
 * revalidated on read, in memory, so nothing needs to be invalidated.
 */
export function findPage(path: string, log: ChangeLog): Page | undefined {
  const entry = entries.get(path)
  if (!entry) return undefined
  if (entry.checked !== log.state || isOver(entry.reads)) {
    if (!log.isValid(entry)) {
      entries.delete(path)
      return undefined
    }
    entry.checked = log.state
  }
  return entry.page
}

export function cachePage(path: string, page: Page, recorded: Recorded) {
  entries.set(path, { ...recorded, page, checked: undefined })
}

/**
 * The search result page at an address, if it is cached and nothing was published since: any compile may change
 * results.
 */
export function findResults(url: string, log: ChangeLog): Page | undefined {
  const entry = results.get(url)
  return entry && entry.era === log.era && !isOver(entry.reads) && log.state.sequence <= entry.reads.sequence
    ? entry.page
    : undefined
}

export function cacheResults(url: string, page: Page, recorded: Recorded) {
  results.set(url, { ...recorded, page })
}

export const measureCache = () => ({ pages: entries.size, bytes: entries.calculatedSize })
