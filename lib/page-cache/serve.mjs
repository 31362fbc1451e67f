import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { brotliQuality, findPage } from './pages.mjs'

/** What Next says its pages vary by: the client router asks for the same addresses in other forms. */
const vary = 'rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch, Accept-Encoding'

/** How a page is compressed, the better way first, once for each page. */
const encodings = [
  {
    name: 'br',
    /** @param {Buffer} html */
    encode: (html) => brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } }),
  },
  {
    name: 'gzip',
    /** @param {Buffer} html */
    encode: (html) => gzipSync(html, { level: 6 }),
  },
]

/**
 * Answers a plain visit to a page that is kept, without Next: compressed once, not at every visit. False, and nothing
 * done, for everything else: first visits, the client router's requests, addresses with a query.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export function serveKeptPage(request, response) {
  const { method, url = '', headers } = request
  if ((method !== 'GET' && method !== 'HEAD') || headers.rsc !== undefined) return false
  const page = findPage(url)
  if (!page?.html || page.value.kind !== 'APP_PAGE') return false

  for (const [name, value] of Object.entries(page.value.headers ?? {})) {
    if (value !== undefined && !name.startsWith('x-next')) response.setHeader(name, value)
  }
  response.setHeader('ETag', page.etag)
  response.setHeader('Vary', vary)
  response.setHeader('x-nextjs-cache', 'HIT')
  if (headers['if-none-match']?.includes(page.etag)) {
    response.writeHead(304).end()
    return true
  }
  const { body, encoding } = encode(page, String(headers['accept-encoding'] ?? ''))
  if (encoding) response.setHeader('Content-Encoding', encoding)
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader('Content-Length', body.length)
  response.writeHead(page.value.status ?? 200)
  response.end(method === 'HEAD' ? undefined : body)
  return true
}

/**
 * The HTML in the best encoding that the visitor takes.
 *
 * @param {import('./pages.mjs').Entry & { html?: Buffer }} page
 * @param {string} accepted
 */
function encode(page, accepted) {
  const html = page.html ?? Buffer.alloc(0)
  const encoding = encodings.find(({ name }) => new RegExp(`\\b${name}\\b(?!;\\s*q=0(?:\\.0*)?(?:,|$))`).test(accepted))
  if (!encoding) return { body: html, encoding: undefined }
  const body = page.encoded.get(encoding.name) ?? encoding.encode(html)
  page.encoded.set(encoding.name, body)
  return { body, encoding: encoding.name }
}
