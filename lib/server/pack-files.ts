import { open } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { cacheControl } from '@/lib/core/cache-control'
import { isNotModified } from '@/lib/core/conditional-request'
import { packFormats, packsFolder, packsPath } from '@/lib/core/packs'
import { toPath } from './url-path'

const address = new RegExp(`^${packsPath}/([a-z0-9][a-z0-9_-]*)(\\.[a-z]+)$`)

/**
 * Answers a request for a pack, as it is on the disk now. Else returns false, having sent nothing. A pack may be larger
 * than memory, so it is streamed with backpressure; an interrupted download can resume.
 */
export async function answerPack(
  { url = '', headers, method }: IncomingMessage,
  response: ServerResponse,
  folder: string = packsFolder,
): Promise<boolean> {
  const [, name, extension] = address.exec(toPath(url)) ?? []
  const format = Object.values(packFormats).find((known) => known.extension === extension)
  if (!name || !format) return false
  const file = await open(path.join(folder, `${name}${format.extension}`)).catch(() => undefined)
  if (!file) return false
  try {
    const stats = await file.stat()
    if (!stats.isFile() || stats.size === 0) return false
    const etag = `"${stats.size.toString(36)}-${Math.round(stats.mtimeMs).toString(36)}"`
    const known = { etag, 'accept-ranges': 'bytes', 'cache-control': cacheControl, 'x-robots-tag': 'noindex' }
    const ifNoneMatch = headers['if-none-match']
    if (ifNoneMatch !== undefined && isNotModified({ ifNoneMatch }, { etag })) {
      response.writeHead(304, known).end()
      return true
    }
    const isSame = (headers['if-range'] ?? etag) === etag
    const range = method === 'GET' && isSame ? readRange(headers.range, stats.size) : undefined
    const { first, last } = range ?? { first: 0, last: stats.size - 1 }
    if (first > last) {
      response.writeHead(416, { ...known, 'content-range': `bytes */${stats.size}` }).end()
      return true
    }
    const length = last - first + 1
    response.writeHead(range ? 206 : 200, {
      ...known,
      ...(range && { 'content-range': `bytes ${first}-${last}/${stats.size}` }),
      'content-type': format.type,
      'content-length': length,
      'content-disposition': `attachment; filename="${name}${format.extension}"`,
    })
    if (method === 'HEAD') {
      response.end()
      return true
    }
    const bytes = file.createReadStream({ start: first, end: last, autoClose: false })
    await pipeline(bytes, response, { end: false }).catch(() => undefined)
    // If the file was truncated meanwhile, the next answer on this connection would be taken for the rest of it.
    if (bytes.bytesRead === length) response.end()
    else response.destroy()
    return true
  } finally {
    await file.close()
  }
}

/**
 * The range of bytes with which an interrupted download resumes; empty if the file ends before it. Undefined for other
 * kinds of ranges: then everything is sent. https://www.rfc-editor.org/rfc/rfc9110#section-14.2
 */
function readRange(range: string | undefined, size: number): { first: number; last: number } | undefined {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? []
  if (first === undefined || (last && Number(last) < Number(first))) return undefined
  return { first: Number(first), last: Math.min(last ? Number(last) : size, size - 1) }
}
