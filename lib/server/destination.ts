import { decodeAddress } from '@/lib/core/decode-address'
import { isFilePath } from '@/lib/core/reserved-paths'
import { gonePath, nowherePath } from '@/lib/core/routes'
import type { Library } from '@/lib/library/library'
import { type FileKind, findFileKind } from './served-files'

/** A trailing slash on a path that is not a file's. */
const slashAtEnd = /^([^?]*\/[^./?]+)\/+(?=\?|$)/

/** What Next would resolve to another page: `/x/../search`, `/x\..\search`. */
const notAPath = /\\|\/\.\.?(?:\/|$)/

/** Files of the build, images and route handlers are never old addresses. */
const neverMoved = /^\/(?:_next|api|images)\//

/**
 * What answers a request: a page, a file or the not-found page, at `url` (path and query), or a redirect; a short text
 * if a file is missing.
 */
export type Destination =
  | { kind: 'page' | 'missing'; url: string }
  | { kind: 'file'; url: string; file: FileKind }
  | { kind: 'missing file' }
  | { kind: 'redirect'; location: string }

/**
 * Where a request leads. A moved page gets a single redirect to its current address, with its query. A removed one
 * leads to the page that says so. A malformed address is not found.
 */
export async function findDestination(library: Library, url: string): Promise<Destination> {
  const [path = '', ...query] = url.split('?')
  if (!isAddress(path)) return { kind: 'missing', url: nowherePath }
  if (neverMoved.test(path)) return toFile(url)
  const address = await library.findAddress(path)
  switch (address.status) {
    case 'page':
      return { kind: 'page', url }
    case 'moved':
      return { kind: 'redirect', location: [address.path, ...query].join('?') }
    case 'removed':
      return { kind: 'page', url: gonePath }
    case 'unknown':
      // There is nothing without the slash either, so a redirect would be pointless.
      return isFilePath(path) ? toFile(url) : { kind: 'missing', url: url.replace(slashAtEnd, '$1') }
  }
}

function toFile(url: string): Destination {
  const file = findFileKind(url)
  return file ? { kind: 'file', url, file } : { kind: 'missing file' }
}

function isAddress(path: string): boolean {
  const decoded = decodeAddress(path)
  return decoded !== undefined && !notAPath.test(decoded)
}
