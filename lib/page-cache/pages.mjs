import { brotliCompress, constants } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import { findLibrary } from './library.mjs'

/**
 * @typedef {import('next/dist/server/response-cache/types').IncrementalCacheValue} CacheValue
 * @typedef {import('./library.mjs').Dependencies} Dependencies
 *
 * @typedef {object} Entry what is kept of one response
 * @property {CacheValue} value the response as Next gave it, a page without its HTML
 * @property {Buffer | undefined} html the HTML of a page, in UTF-8
 * @property {string} etag of the HTML, the same for the same page in every encoding
 * @property {Map<string, Buffer>} encoded the HTML compressed, by content encoding, once somebody asked for it
 * @property {string} path the address of the page
 * @property {number} lastModified in milliseconds since 1970
 * @property {number} sequence the last compile that is known to have changed nothing that the page shows
 * @property {Dependencies} dependencies
 */

/** How much memory rendered pages may take, in bytes; PAGE_CACHE_MB sets it. */
const maxBytes = Number(process.env.PAGE_CACHE_MB || 64) * 1024 * 1024

/** Of 0 to 11: from here on each step costs more than it saves. */
export const brotliQuality = 4

/** Where the entry of an address is, for whoever knows no more than the address. @type {Map<string, string>} */
const keys = new Map()

/** @type {LRUCache<string, Entry>} */
const entries = new LRUCache({
  maxSize: maxBytes,
  sizeCalculation: (entry, key) => 4 * key.length + toBytes(entry),
  dispose: (entry, key) => {
    if (keys.get(entry.path) === key) keys.delete(entry.path)
  },
})

/**
 * The entry under a key, if nothing has changed that its page shows; one that is no longer valid is dropped.
 *
 * @param {string} key
 * @param {import('./library.mjs').PageValidity} library
 */
export function findEntry(key, library) {
  const entry = entries.get(key)
  if (!entry) return undefined
  const sequence = library.getSequence()
  if (entry.sequence !== sequence && !library.isUnchangedSince(entry.sequence, entry.dependencies)) {
    entries.delete(key)
    return undefined
  }
  entry.sequence = sequence
  return entry
}

/**
 * The page at an address, if it is kept and valid.
 *
 * @param {string} path
 */
export function findPage(path) {
  const key = keys.get(path)
  const library = key === undefined ? undefined : findLibrary()
  const entry = key !== undefined && library ? findEntry(key, library) : undefined
  return entry?.html ? entry : undefined
}

/**
 * @param {string} key
 * @param {Entry} entry
 */
export function keepEntry(key, entry) {
  entries.set(key, entry)
  if (entry.html && entries.has(key)) keys.set(entry.path, key)
}

/**
 * Compresses a page the way that browsers take first, beside the main thread, so that its next visitor need not wait.
 *
 * @param {Entry} entry
 */
export function compressSoon({ html, encoded }) {
  if (!html) return
  brotliCompress(html, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } }, (error, body) => {
    if (!error) encoded.set('br', body)
  })
}

/** Half the HTML more, for what will be kept of it compressed. @param {Entry} entry */
function toBytes({ value, html }) {
  if (value.kind === 'APP_PAGE') {
    const segments = [...(value.segmentData?.values() ?? [])].reduce((sum, segment) => sum + segment.length, 0)
    return Math.ceil(1.5 * (html?.length ?? 0)) + (value.rscData?.length ?? 0) + segments
  }
  return value.kind === 'APP_ROUTE' ? value.body.length : JSON.stringify(value).length
}
