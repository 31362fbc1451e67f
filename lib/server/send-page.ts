import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Page } from './page'

type Encoder = { name: string; accepted: RegExp; encode: (body: Buffer) => Promise<Buffer> }

const toAccepted = (name: string) => new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))`)

/** How a page is compressed, the better way first; beside the main thread and once for each page. */
const encoders: Encoder[] = [
  {
    name: 'br',
    accepted: toAccepted('br'),
    // Of 0 to 11: from here on each step costs more than it saves.
    encode: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  },
  { name: 'gzip', accepted: toAccepted('gzip'), encode: promisify(gzip) },
]

/** Answers a visitor with a rendered page, in the best encoding that he takes; with 304 if he has it. */
export async function sendPage(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  page: Page,
  cache: 'HIT' | 'MISS',
) {
  for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value)
  response.setHeader('vary', 'Accept-Encoding')
  response.setHeader('x-cache', cache)
  if (page.status >= 500) response.setHeader('cache-control', 'no-store')
  if (page.status === 200 && headers['if-none-match']?.includes(page.headers.etag ?? '')) {
    response.writeHead(304).end()
    return
  }
  const accepts = String(headers['accept-encoding'] ?? '')
  const encoder = encoders.find(({ accepted }) => accepted.test(accepts))
  const body = encoder ? await encode(page, encoder) : page.body
  if (encoder) response.setHeader('content-encoding', encoder.name)
  response.setHeader('content-length', body.length)
  response.writeHead(page.status)
  response.end(method === 'HEAD' ? undefined : body)
}

function encode({ body, encoded }: Page, { name, encode }: Encoder): Promise<Buffer> {
  let result = encoded.get(name)
  if (!result) {
    // A copy: what zlib gives is a small part of a large buffer, which would be held with it.
    result = encode(body).then((bytes) => Buffer.from(bytes))
    encoded.set(name, result)
  }
  return result
}
