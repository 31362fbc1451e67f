import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** How a page is compressed, the better way first; beside the main thread and once for each page. */
const encodings = [
  {
    name: 'br',
    // Of 0 to 11: from here on each step costs more than it saves.
    /** @param {Buffer} body */
    encode: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  },
  { name: 'gzip', encode: promisify(gzip) },
].map(({ name, encode }) => ({
  name,
  encode,
  accepted: new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))`),
}))

/**
 * Answers a visitor with a rendered page, in the best encoding that he takes; with 304 if he has it.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {import('./cache.mjs').Page} page
 * @param {string} cache 'HIT' or 'MISS': whether the page was kept from an earlier visit
 */
export async function sendPage({ method, headers }, response, page, cache) {
  for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value)
  response.setHeader('vary', 'Accept-Encoding')
  response.setHeader('x-cache', cache)
  if (page.status >= 500) response.setHeader('cache-control', 'no-store')
  if (page.status === 200 && headers['if-none-match']?.includes(page.headers.etag ?? '')) {
    response.writeHead(304).end()
    return
  }
  const accepts = String(headers['accept-encoding'] ?? '')
  const encoding = encodings.find(({ accepted }) => accepted.test(accepts))
  const body = encoding ? await encode(page, encoding) : page.body
  if (encoding) response.setHeader('content-encoding', encoding.name)
  response.setHeader('content-length', body.length)
  response.writeHead(page.status)
  response.end(method === 'HEAD' ? undefined : body)
}

/**
 * @param {import('./cache.mjs').Page} page
 * @param {{ name: string, encode: (body: Buffer) => Promise<Buffer> }} encoding
 */
function encode({ body, encoded }, { name, encode }) {
  let result = encoded.get(name)
  if (!result) {
    // A copy: what zlib gives is a small part of a large buffer, which would be kept with it.
    result = encode(body).then((bytes) => Buffer.from(bytes))
    encoded.set(name, result)
  }
  return result
}
