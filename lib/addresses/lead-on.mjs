import { cacheControl, securityHeaders } from '../page-cache/headers.mjs'

/** A slash at the end of a path that is no file's. */
const slashAtEnd = /^([^?]*\/[^./?]+)\/+(?=\?|$)/

/** Where nothing stands. */
const nowhere = '/learn/_not-found'

/** What Next would take for the address of another page: `/x/../search`, `/x\..\search`, `http://x/search`. */
const notAPath = /^[^/]|\\|\/\.\.?(?:\/|$)/

/** Files of the build and route handlers are never old addresses. */
const neverMoved = /^\/(?:_next|api)\//

/**
 * Answers a request for what is elsewhere with one redirect straight to where it is now, its query kept. One for what is
 * gone is turned to the page that says so, one for what cannot be an address to where nothing stands. Gives true if the
 * request was answered.
 *
 * @param {import('../page-cache/library.mjs').PageValidity} library
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export function leadOn(library, request, response) {
  const [path = '', ...query] = (request.url ?? '').split('?')
  if (!isAddress(path)) request.url = nowhere
  else if (neverMoved.test(path)) return false
  const moved = library.findMoved(path)
  if (!moved) {
    // Without the slash nothing stands there either: no redirect to say so.
    request.url = request.url?.replace(slashAtEnd, '$1')
    return false
  }
  if (moved.status === 410) {
    request.url = '/gone'
    return false
  }
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
  const location = [moved.path, ...query].join('?')
  response.writeHead(moved.status, { location, 'cache-control': cacheControl }).end()
  return true
}

/** @param {string} path */
function isAddress(path) {
  try {
    return !notAPath.test(decodeURIComponent(path))
  } catch {
    return false
  }
}
