import { LRUCache } from 'lru-cache'
import { findLibrary } from './library.mjs'
import { toSecurityPolicy } from './security-policy.mjs'

/** How much memory rendered pages may take, in bytes; PAGE_CACHE_MB sets it. */
const maxBytes = Number(process.env.PAGE_CACHE_MB || 64) * 1024 * 1024

/** What shared caches may do with a page: keep it for a minute, and show it while they fetch the next one. */
const cacheControl = 'public, max-age=0, s-maxage=60, stale-while-revalidate=86400'

/** The page at all addresses that the library does not have: it changes with the library, not with the address. */
const notFoundPath = '/_not-found'

/**
 * @typedef {import('next/dist/server/response-cache/types').IncrementalCacheValue} CacheValue
 * @typedef {import('./library.mjs').Dependencies} Dependencies
 * @typedef {{ value: CacheValue, lastModified: number, sequence: number, dependencies: Dependencies }} Entry
 */

/** @type {LRUCache<string, Entry>} */
const entries = new LRUCache({
  maxSize: maxBytes,
  sizeCalculation: (entry, key) => 2 * key.length + toBytes(entry.value),
})

/**
 * The compile that pages now being rendered were begun after: what a later one changes, they may not show.
 * @type {LRUCache<string, number>}
 */
const begun = new LRUCache({ max: 1_000 })

/**
 * Rendered pages, in memory and bounded. An entry is valid while nothing that its page shows has changed, which is
 * asked at every read: an edit is visible at the next request and nothing need be told. Addresses that the library
 * does not have share one entry for each route: they cost no rendering and take no room.
 * https://nextjs.org/docs/app/api-reference/config/next-config-js/incrementalCacheHandlerPath
 */
export default class PageCache {
  /** @param {string} key */
  async get(key) {
    const library = findLibrary()
    if (!library) return null
    const place = locate(key, library)
    const sequence = library.getSequence()
    const entry = entries.get(place.key)
    if (entry && (entry.sequence === sequence || library.isUnchangedSince(entry.sequence, entry.dependencies))) {
      entry.sequence = sequence
      return { value: entry.value, lastModified: entry.lastModified }
    }
    entries.delete(place.key)
    begun.set(place.key, sequence)
    return null
  }

  /**
   * @param {string} key
   * @param {CacheValue | null} value
   */
  async set(key, value) {
    const library = findLibrary()
    // Pages of the build saw no library: they are not kept.
    if (!library || !value) return
    const path = toPath(key)
    const place = locate(key, library)
    const sequence = begun.get(place.key) ?? library.getSequence()
    begun.delete(place.key)
    // Next sends what stands here with this first answer and with every later one.
    if (value.kind === 'APP_PAGE') {
      if (place.missing) value.status = 404
      value.headers = { ...value.headers, 'content-security-policy': toSecurityPolicy(value.html) }
      // Next forbids to cache what it serves at addresses without a route, and would send both.
      if (path !== notFoundPath) value.headers['cache-control'] = cacheControl
    }
    entries.set(place.key, {
      value,
      lastModified: Date.now(),
      sequence,
      dependencies: library.getDependencies(place.path),
    })
  }

  async revalidateTag() {}

  resetRequestCache() {}
}

/**
 * Where a response is kept, and the address of the page that it is. Keys are opaque but end in `/$` and the address.
 *
 * @param {string} key
 * @param {import('./library.mjs').PageValidity} library
 */
function locate(key, library) {
  const path = toPath(key)
  if (library.hasPage(path)) return { key, path, missing: false }
  return { key: key.slice(0, -path.length) + notFoundPath, path: notFoundPath, missing: true }
}

/** @param {string} key */
const toPath = (key) => key.slice(key.indexOf('/$/') + 2)

/** @param {CacheValue} value */
function toBytes(value) {
  if (value.kind === 'APP_PAGE') {
    const segments = [...(value.segmentData?.values() ?? [])].reduce((sum, segment) => sum + segment.length, 0)
    return 2 * String(value.html).length + (value.rscData?.length ?? 0) + segments
  }
  return value.kind === 'APP_ROUTE' ? value.body.length : JSON.stringify(value).length
}
