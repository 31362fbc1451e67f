import { LRUCache } from 'lru-cache'
import { getLibraryVersion } from './version.mjs'

/** How much memory rendered pages may take, in bytes. */
const maxBytes = 64 * 1024 * 1024

/**
 * @typedef {import('next/dist/server/response-cache/types').IncrementalCacheValue} CacheValue
 * @typedef {{ value: CacheValue, lastModified: number, version: number | undefined }} Entry
 */

/** @type {LRUCache<string, Entry>} */
const entries = new LRUCache({ maxSize: maxBytes, sizeCalculation: (entry, key) => key.length + toBytes(entry.value) })

/**
 * Rendered pages, in memory and bounded. An entry is valid while the library is the one it was rendered from, which is
 * asked at every read: an edit is visible at the next request and nothing need be told.
 * https://nextjs.org/docs/app/api-reference/config/next-config-js/incrementalCacheHandlerPath
 */
export default class PageCache {
  /** @param {string} key */
  async get(key) {
    const entry = entries.get(key)
    if (!entry) return null
    if (entry.version === getLibraryVersion()) return { value: entry.value, lastModified: entry.lastModified }
    entries.delete(key)
    return null
  }

  /**
   * @param {string} key
   * @param {CacheValue | null} value
   */
  async set(key, value) {
    const version = getLibraryVersion()
    // Pages of the build saw no library, and a page that does not exist must not take the room of one that does.
    if (!value || version === undefined || isNotFound(value)) return
    entries.set(key, { value, lastModified: Date.now(), version })
  }

  async revalidateTag() {}

  resetRequestCache() {}
}

/** @param {CacheValue} value */
const isNotFound = (value) => 'status' in value && value.status === 404

/** @param {CacheValue} value */
function toBytes(value) {
  if (value.kind === 'APP_PAGE') {
    const segments = [...(value.segmentData?.values() ?? [])].reduce((sum, segment) => sum + segment.length, 0)
    return 2 * String(value.html).length + (value.rscData?.length ?? 0) + segments
  }
  return value.kind === 'APP_ROUTE' ? value.body.length : JSON.stringify(value).length
}
