import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { pageHeaders } from './headers.mjs'
import { findLibrary } from './library.mjs'
import { compressSoon, findEntry, keepEntry } from './pages.mjs'

/** The page at all addresses that the library does not have: it changes with the library, not with the address. */
const notFoundPath = '/_not-found'

/** @typedef {import('./pages.mjs').CacheValue} CacheValue */

/**
 * The compile after which pages now being rendered were begun: what a later one changes, they may not show.
 * @type {LRUCache<string, number>}
 */
const begun = new LRUCache({ max: 1_000 })

/**
 * Next's way to the rendered pages that we keep. An entry is valid while nothing that its page shows has changed, which
 * is asked at every read: an edit is visible at the next request and nothing need be told. Addresses that the library
 * does not have share one entry for each route: they cost no rendering and take no room.
 * https://nextjs.org/docs/app/api-reference/config/next-config-js/incrementalCacheHandlerPath
 */
export default class PageCache {
  /** @param {string} key */
  async get(key) {
    const library = findLibrary()
    if (!library) return null
    const entry = findEntry(key, library) ?? findEntry(locate(key, library).key, library)
    if (!entry) {
      begun.set(key, library.getSequence())
      return null
    }
    const { value, html, lastModified } = entry
    return { value: value.kind === 'APP_PAGE' && html ? { ...value, html: html.toString() } : value, lastModified }
  }

  /**
   * @param {string} key
   * @param {CacheValue | null} value
   */
  async set(key, value) {
    const library = findLibrary()
    // Pages of the build saw no library: they are not kept.
    if (!library || !value) return
    const place = locate(key, library)
    const sequence = begun.get(key) ?? library.getSequence()
    begun.delete(key)
    const kept = { path: place.path, encoded: new Map(), lastModified: Date.now(), sequence }
    const dependencies = library.getDependencies(place.path)
    if (value.kind !== 'APP_PAGE') {
      keepEntry(place.key, { ...kept, value, html: undefined, etag: '', dependencies })
      return
    }
    // Next sends what stands here with this first answer and with every later one.
    if (place.missing) Object.assign(value, { status: 404, html: withoutSecondRobots(value.html) })
    value.headers = { ...value.headers, ...pageHeaders(value.html) }
    // It forbids to cache what it serves at addresses without a route, and would send both.
    if (toPath(key) === notFoundPath) delete value.headers['cache-control']
    const html = Buffer.from(value.html)
    const etag = `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`
    const entry = { ...kept, value: { ...value, html: '' }, html, etag, dependencies }
    keepEntry(place.key, entry)
    compressSoon(entry)
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

/**
 * Where Next renders a page with the status 404 already set, it adds a `noindex` beside the page's own.
 *
 * @param {string} html
 */
const withoutSecondRobots = (html) =>
  html.includes('content="noindex, follow"') ? html.replace('<meta name="robots" content="noindex"/>', '') : html

/** @param {string} key */
const toPath = (key) => key.slice(key.indexOf('/$/') + 2)
