import { LRUCache } from 'lru-cache'
import { settings } from '@/lib/core/settings'
import type { ChangeLog, Recorded } from './change-log'
import type { Page } from './page'

/** A page, and the state of the log up to which it is known to be valid. */
type CachedPage = Recorded & { page: Page; checked: object | undefined }

/** Half the body more, for what will be cached of it compressed, and what headers and reads take. */
const sizeCalculation = ({ page }: { page: Page }, path: string) =>
  4 * path.length + Math.ceil(1.5 * page.body.length) + 3_000

const entries = new LRUCache<string, CachedPage>({ maxSize: settings.pageCacheMb * 1024 * 1024, sizeCalculation })

/** Pages of results, by their whole address: apart, since anybody can ask for any number and would push out all others. */
const results = new LRUCache<string, Recorded & { page: Page }>({ maxSize: 4 * 1024 * 1024, sizeCalculation })

/**
 * The page at an address, if it is cached and nothing has changed that it shows; one that is no longer valid is dropped.
 * Validity is asked at every read, in memory: nothing need be told.
 */
export function findPage(path: string, log: ChangeLog): Page | undefined {
  const entry = entries.get(path)
  if (!entry) return undefined
  if (entry.checked !== log.state) {
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

/** The page of results at an address, if it is cached and no compile published anything: any may change what is found. */
export function findResults(url: string, log: ChangeLog): Page | undefined {
  const entry = results.get(url)
  return entry && entry.era === log.era && log.state.sequence <= entry.reads.sequence ? entry.page : undefined
}

export function cacheResults(url: string, page: Page, recorded: Recorded) {
  results.set(url, { ...recorded, page })
}

export const measureCache = () => ({ pages: entries.size, bytes: entries.calculatedSize })
