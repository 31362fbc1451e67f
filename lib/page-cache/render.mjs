import { createHash } from 'node:crypto'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { replaceScripts } from './browser-script.mjs'
import { pageHeaders } from './headers.mjs'

/** @typedef {(request: IncomingMessage, response: ServerResponse) => Promise<void>} Handle Next's request handler */

/**
 * Lets Next render a page apart from any visitor's connection: what a visitor sends or breaks off can neither shape nor
 * spoil a page that others will be shown.
 *
 * @param {Handle} handle
 * @param {string} url path and query
 * @param {string} ownScript what stands in the page instead of Next's scripts
 * @returns {Promise<import('./cache.mjs').Page>}
 */
export async function renderPage(handle, url, ownScript) {
  const request = new IncomingMessage(new Socket())
  Object.assign(request, { method: 'GET', url, headers: { host: 'localhost' }, complete: true })
  request.push(null)
  const response = new CollectedResponse(request)
  await handle(request, response)
  const html = replaceScripts((await response.body).toString(), ownScript)
  const body = Buffer.from(html)
  const type = String(response.getHeader('content-type') ?? 'text/html; charset=utf-8')
  const { location, link } = response.getHeaders()
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  return {
    status: response.statusCode,
    headers: {
      ...pageHeaders(html),
      etag,
      'content-type': type,
      ...(location !== undefined && { location: String(location) }),
      // What React asks browsers to fetch before anything else: the fonts.
      ...(link !== undefined && { link: String(link) }),
    },
    body,
    encoded: new Map(),
  }
}

/** A response that is gathered in memory. */
class CollectedResponse extends ServerResponse {
  /** @type {Buffer[]} */
  #chunks = []
  /** @type {(body: Buffer) => void} */
  #resolve = () => {}
  /** @type {Promise<Buffer>} */
  body = new Promise((resolve) => {
    this.#resolve = resolve
  })

  /** @override @param {any} chunk @param {any[]} rest */
  write(chunk, ...rest) {
    this.#add(chunk, rest)
    return true
  }

  /** @override @param {any[]} args */
  end(...args) {
    this.#add(args[0], args.slice(1))
    this.#resolve(Buffer.concat(this.#chunks))
    this.finished = true
    this.emit('finish')
    this.emit('close')
    return this
  }

  /** @override */
  flushHeaders() {}

  /** @param {any} chunk @param {any[]} rest an encoding, a callback, both or neither */
  #add(chunk, rest) {
    if (typeof chunk === 'string')
      this.#chunks.push(
        Buffer.from(chunk, typeof rest[0] === 'string' ? /** @type {BufferEncoding} */ (rest[0]) : 'utf8'),
      )
    else if (chunk instanceof Uint8Array) this.#chunks.push(Buffer.from(chunk))
    const written = [chunk, ...rest].find((value) => typeof value === 'function')
    if (written) queueMicrotask(written)
  }
}
