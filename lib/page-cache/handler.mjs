import { LRUCache } from 'lru-cache'
import { findPageVersion } from './version.mjs'

/** How much memory rendered pages may take, in bytes. */
const maxBytes = 64 * 1024 * 1024

/** The version under which the page that says “not found” is kept: it changes with the library, not with its address. */
const notFoundPath = '/_not-found'

/**
 * @typedef {import('next/dist/server/response-cache/types').IncrementalCacheValue} CacheValue
 * @typedef {{ value: CacheValue, lastModified: number, version: number | undefined }} Entry
 */

/** @type {LRUCache<string, Entry>} */
const entries = new LRUCache({ maxSize: maxBytes, sizeCalculation: (entry, key) => key.length + toBytes(entry.value) })

/**
 * Rendered pages, in memory and bounded. An entry is valid while its page's version is the one it was rendered from,
 * which is asked at every read: an edit is visible at the next request and nothing need be told. Addresses that the
 * library does not have share one entry for each route: they cost no rendering and take no room.
 * https://nextjs.org/docs/app/api-reference/config/next-config-js/incrementalCacheHandlerPath
 */
export default class PageCache {
  /** @param {string} key */
  async get(key) {
    const page = locate(key)
    const entry = page && entries.get(page.key)
    if (!entry) return null
    if (entry.version === page.version) return { value: entry.value, lastModified: entry.lastModified }
    entries.delete(page.key)
    return null
  }

  /**
   * @param {string} key
   * @param {CacheValue | null} value
   */
  async set(key, value) {
    const page = locate(key)
    if (!page || !value) return
    // Next sends what stands here, with this first answer too: a page that could not find its question says so.
    if (page.missing && value.kind === 'APP_PAGE') value.status = 404
    entries.set(page.key, { value, lastModified: Date.now(), version: page.version })
  }

  async revalidateTag() {}

  resetRequestCache() {}
}

/**
 * Where a response is kept and what it must agree with; undefined in the build, whose pages saw no library.
 * Keys are opaque but end in `/$` and the address.
 *
 * @param {string} key
 */
function locate(key) {
  const getPageVersion = findPageVersion()
  if (!getPageVersion) return undefined
  const start = key.indexOf('/$/')
  const version = getPageVersion(key.slice(start + 2))
  if (version !== undefined) return { key, version, missing: false }
  return { key: key.slice(0, start) + notFoundPath, version: getPageVersion(notFoundPath), missing: true }
}

/** @param {CacheValue} value */
function toBytes(value) {
  if (value.kind === 'APP_PAGE') {
    const segments = [...(value.segmentData?.values() ?? [])].reduce((sum, segment) => sum + segment.length, 0)
    return 2 * String(value.html).length + (value.rscData?.length ?? 0) + segments
  }
  return value.kind === 'APP_ROUTE' ? value.body.length : JSON.stringify(value).length
}
