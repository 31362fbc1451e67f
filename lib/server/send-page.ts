import type { IncomingMessage, ServerResponse } from 'node:http'
import { isNotModified } from '@/lib/core/conditional-request'
import { chooseEncoding, type Encoding, encode } from './encodings'
import type { Page } from './page'

/** Answers a visitor with a rendered page, in the best encoding that he takes; with 304 if he has it. */
export async function sendPage(request: IncomingMessage, response: ServerResponse, page: Page, cache: 'HIT' | 'MISS') {
  const { headers, method } = request
  for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value)
  response.setHeader('vary', 'Accept-Encoding')
  response.setHeader('x-cache', cache)
  if (page.status >= 500) response.setHeader('cache-control', 'no-store')
  if (page.status === 200 && isNotModified({ ifNoneMatch: headers['if-none-match'] }, page.headers)) {
    response.writeHead(304).end()
    return
  }
  const encoding = chooseEncoding(String(headers['accept-encoding'] ?? ''))
  if (!encoding) return refuseEncodings(response)
  const body = await getEncoded(page, encoding)
  if (encoding !== 'identity') response.setHeader('content-encoding', encoding)
  response.setHeader('content-length', body.length)
  response.writeHead(page.status)
  response.end(method === 'HEAD' ? undefined : body)
}

function getEncoded({ body, encoded }: Page, encoding: Encoding): Promise<Buffer> {
  const begun = encoded.get(encoding)
  if (begun) return begun
  const result = encode(body, encoding)
  encoded.set(encoding, result)
  return result
}

/** https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3 */
function refuseEncodings(response: ServerResponse) {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', vary: 'Accept-Encoding' }
  response.writeHead(406, headers).end('Pages come in the encodings br, gzip and identity.\n')
}
