import { leadOn } from '../addresses/lead-on.mjs'
import { readOwnScript } from './browser-script.mjs'
import { findPage, keepPage } from './cache.mjs'
import { securityHeaders } from './headers.mjs'
import { findLibrary } from './library.mjs'
import { renderPage } from './render.mjs'
import { sendPage } from './send.mjs'

/** @typedef {import('./cache.mjs').Page} Page */
/** @typedef {import('./library.mjs').PageValidity} Library */
/** @typedef {ReturnType<Library['getAddressKind']>} AddressKind */

/** The one page that stands at all addresses which the library does not have, and where it is rendered. */
const notFound = { path: '/_not-found', url: '/learn/_not-found' }

/** The one page that stands at all addresses which are gone. */
const gonePath = '/gone'

/** The one page that is shown for each that could not be rendered. */
const unavailablePath = '/unavailable'

/** The statuses of these pages, which Next renders like any other. @type {Record<string, number>} */
const statuses = { [notFound.path]: 404, [gonePath]: 410, [unavailablePath]: 500 }

/** The one page that answers its query; all others are the same whatever somebody adds. */
const searchPath = '/search'

/**
 * Serves pages from the page cache and gives everything else to Next. A page is rendered when somebody first asks for
 * it, once however many ask, and kept. Addresses that the library does not have are refused before rendering.
 *
 * @param {import('./render.mjs').Handle} handle Next's request handler
 */
export function createPageServer(handle) {
  const ownScript = readOwnScript()

  /** @param {string} url */
  const render = (url) => renderPage(handle, url, ownScript)

  /** Pages being rendered now, by address. @type {Map<string, Promise<Page>>} */
  const rendering = new Map()

  /** @param {Library} library @param {string} path @param {string} [url] where Next renders it */
  async function keptOrRendered(library, path, url = path) {
    const kept = findPage(path, library)
    if (kept) return { page: kept, cache: 'HIT' }
    const begun = rendering.get(path)
    if (begun) return { page: await begun, cache: 'MISS' }
    const page = renderAndKeep(library, path, url).finally(() => rendering.delete(path))
    rendering.set(path, page)
    return { page: await page, cache: 'MISS' }
  }

  /** @param {Library} library @param {string} path @param {string} url */
  async function renderAndKeep(library, path, url) {
    // What a compile changes from now on, the page may not show.
    const sequence = library.getSequence()
    const page = await render(url)
    const status = statuses[path]
    if (status) page.status = status
    else if (page.status !== 200) return page
    keepPage(path, { page, sequence, dependencies: library.getDependencies(path) })
    return page
  }

  /** @param {Library} library @param {AddressKind} kind @param {string} path @param {string} url */
  async function getPage(library, kind, path, url) {
    if (kind !== 'missing') {
      const asked = path === searchPath && url !== path
      const found = asked ? { page: await render(url), cache: 'MISS' } : await keptOrRendered(library, path)
      if (found.page.status >= 500) return keptOrRendered(library, unavailablePath)
      if (found.page.status !== 404) return found
    }
    return keptOrRendered(library, notFound.path, notFound.url)
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  return async (request, response) => {
    const library = findLibrary()
    if (!library) return handle(request, response)
    if (!isReading(request)) return refuseMethod(response)
    let path = toPath(request)
    let kind = library.getAddressKind(path)
    if (kind !== 'library') {
      if (leadOn(library, request, response)) return undefined
      path = toPath(request)
      kind = library.getAddressKind(path)
    }
    if (kind === 'file') return handle(request, response)
    const { page, cache } = await getPage(library, kind, path, request.url ?? '')
    return sendPage(request, response, page, cache)
  }
}

/** @param {import('node:http').IncomingMessage} request */
const isReading = ({ method }) => method === 'GET' || method === 'HEAD'

/** @param {import('node:http').ServerResponse} response */
function refuseMethod(response) {
  const text = 'This site can be read (GET, HEAD), nothing else.\n'
  response
    .writeHead(405, { ...securityHeaders, allow: 'GET, HEAD', 'content-type': 'text/plain; charset=utf-8' })
    .end(text)
}

/** @param {import('node:http').IncomingMessage} request */
const toPath = ({ url = '' }) => url.split('?', 1)[0] ?? ''
