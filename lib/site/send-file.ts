import { createHash } from 'node:crypto'
import { cacheControl } from '@/lib/core/cache-control'
import { isNotModified } from '@/lib/core/conditional-request'
import { site } from '@/lib/core/site'

/**
 * A file that is generated on request. `version` is the number of a compile, a time in milliseconds since
 * 1970: no later one changed the file. A streamed body is read only if it is sent, and only as fast as the client reads
 * it; its version must be that of the last change, since its ETag is derived from that.
 */
export type SiteFile = {
  type: string
  version: number
  body: string | AsyncIterable<string> | (() => Promise<Uint8Array>)
  /** What its ETag is derived from, for files whose bytes are generated only if they are sent. */
  tag?: string
  headers?: Record<string, string>
}

/** Incremented when the format of streamed files changes, since their ETags do not depend on their bytes. */
const form = 1

/** Answers with a file, or with 304 if the client has it. https://www.rfc-editor.org/rfc/rfc9110#section-13 */
export async function sendFile(
  request: Request,
  { type, version, body, tag, headers: more }: SiteFile,
): Promise<Response> {
  const tagged = tag ?? (typeof body === 'string' ? body : `${form} ${site.url} ${version}`)
  const etag = `W/"${createHash('sha256').update(tagged).digest('base64url').slice(0, 22)}"`
  const seconds = Math.floor(version / 1_000)
  const headers = {
    'cache-control': cacheControl,
    etag,
    'last-modified': new Date(seconds * 1_000).toUTCString(),
    vary: 'accept-encoding',
    ...more,
  }
  const conditions = {
    ifNoneMatch: request.headers.get('if-none-match'),
    ifModifiedSince: request.headers.get('if-modified-since'),
  }
  if (isNotModified(conditions, headers)) return new Response(null, { status: 304, headers })
  return new Response(await toBody(body), { headers: { ...headers, 'content-type': type } })
}

async function toBody(body: SiteFile['body']): Promise<BodyInit> {
  if (typeof body === 'string') return body
  return typeof body === 'function' ? ((await body()) as Uint8Array<ArrayBuffer>) : toStream(body)
}

/** In characters. A chunk for each line would cost more than generating the line. */
const chunkLength = 32_768

function toStream(pieces: AsyncIterable<string>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const iterator = pieces[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      let text = ''
      while (text.length < chunkLength) {
        const next = await iterator.next()
        if (next.done) {
          controller.enqueue(encoder.encode(text))
          controller.close()
          return
        }
        text += next.value
      }
      controller.enqueue(encoder.encode(text))
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}

/** The response for a missing file. */
export const fileNotFound = () =>
  new Response('There is no file at this address.\n', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': cacheControl, 'x-robots-tag': 'noindex' },
  })
