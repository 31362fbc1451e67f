import type { IncomingMessage, ServerResponse } from 'node:http'
import { isNotModified } from '@/lib/core/conditional-request'
import { chooseEncoding } from './encodings'
import type { EncodedPage, Page } from './page'

/** A page, and whether it was cached by an earlier visit. */
export type FoundPage = { page: Page; cache: 'HIT' | 'MISS' }

/**
 * Answers with a rendered page or a file in the best encoding that the client accepts, or with 304 if the client has
 * it. Synchronous unless the page must first be encoded: for most visits it is, and a promise would be much of their
 * cost.
 */
export function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  { page, cache }: FoundPage,
  hidden: boolean,
): void | Promise<void> {
  const { headers, method } = request
  const more = hidden ? ['x-cache', cache, 'x-robots-tag', 'noindex'] : ['x-cache', cache]
  const ifNoneMatch = headers['if-none-match']
  const hasIt = page.status === 200 && ifNoneMatch !== undefined && isNotModified({ ifNoneMatch }, page)
  if (hasIt || page.status === 304) {
    response.writeHead(304, page.headers.concat(more)).end()
    return
  }
  const encoding = page.isCompressible ? chooseEncoding(headers['accept-encoding']) : 'identity'
  if (!encoding) return refuseEncodings(response)
  const send = ({ headers, body }: EncodedPage) => {
    response.writeHead(page.status, headers.concat(more)).end(method === 'HEAD' ? undefined : body)
  }
  const encoded = page.getEncoded(encoding)
  return encoded ? send(encoded) : page.encode(encoding).then(send)
}

/** https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3 */
function refuseEncodings(response: ServerResponse) {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', vary: 'Accept-Encoding' }
  response.writeHead(406, headers).end('Pages come in the encodings br, gzip and identity.\n')
}
