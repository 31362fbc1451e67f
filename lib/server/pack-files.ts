import { open } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { cacheControl } from '@/lib/core/cache-control'
import { packFormats, packsFolder, packsPath } from '@/lib/core/packs'

const address = new RegExp(`^${packsPath}/([a-z0-9][a-z0-9_-]*)(\\.[a-z]+)$`)

/**
 * Answers a request for a pack, as it is on the disk now. Else returns false, having sent nothing. A pack may be larger
 * than memory, so it is sent piece by piece, as fast as the visitor takes it.
 */
export async function answerPack(
  { url = '', headers, method }: IncomingMessage,
  response: ServerResponse,
  folder: string = packsFolder,
): Promise<boolean> {
  const [, name, extension] = address.exec(url.split('?', 1)[0] as string) ?? []
  const format = Object.values(packFormats).find((known) => known.extension === extension)
  if (!name || !format) return false
  const file = await open(path.join(folder, `${name}${format.extension}`)).catch(() => undefined)
  if (!file) return false
  try {
    const stats = await file.stat()
    if (!stats.isFile() || stats.size === 0) return false
    const etag = `"${stats.size.toString(36)}-${Math.round(stats.mtimeMs).toString(36)}"`
    const known = { etag, 'cache-control': cacheControl, 'x-robots-tag': 'noindex' }
    if (headers['if-none-match'] === etag) {
      response.writeHead(304, known).end()
      return true
    }
    response.writeHead(200, {
      ...known,
      'content-type': format.type,
      'content-length': stats.size,
      'content-disposition': `attachment; filename="${name}${format.extension}"`,
    })
    if (method === 'HEAD') response.end()
    else
      await pipeline(file.createReadStream({ end: stats.size - 1, autoClose: false }), response).catch(() => undefined)
    return true
  } finally {
    await file.close()
  }
}
