import { LRUCache } from 'lru-cache'

/**
 * @typedef {import('./library.mjs').Dependencies} Dependencies
 *
 * @typedef {object} Page a rendered page, ready to be sent
 * @property {number} status
 * @property {Record<string, string>} headers
 * @property {Buffer} body the HTML in UTF-8
 * @property {Map<string, Promise<Buffer>>} encoded the body compressed, by content encoding, once somebody asked for it
 *
 * @typedef {object} Entry
 * @property {Page} page
 * @property {number} sequence the last compile that is known to have changed nothing that the page shows
 * @property {Dependencies} dependencies
 */

/** How much memory rendered pages may take, in bytes; PAGE_CACHE_MB sets it. */
const maxBytes = Number(process.env.PAGE_CACHE_MB || 64) * 1024 * 1024

/** Half the body more, for what will be kept of it compressed, and what headers and dependencies take. @type {LRUCache<string, Entry>} */
const entries = new LRUCache({
  maxSize: maxBytes,
  sizeCalculation: ({ page }, path) => 4 * path.length + Math.ceil(1.5 * page.body.length) + 3_000,
})

/**
 * The page at an address, if it is kept and nothing has changed that it shows; one that is no longer valid is dropped.
 * Validity is asked at every read: an edit is visible at the next request and nothing need be told.
 *
 * @param {string} path
 * @param {import('./library.mjs').PageValidity} library
 */
export function findPage(path, library) {
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

/**
 * @param {string} path
 * @param {Entry} entry
 */
export function keepPage(path, entry) {
  entries.set(path, entry)
}
