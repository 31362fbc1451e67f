import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import { chooseEncoding } from './encodings'
import { toOwnMemory } from './own-memory'
import { toPath } from './url-path'

/** Next’s own address for the files of a build, whose names change with their content. */
const prefix = '/_next/static/'

const types: Record<string, string> = { '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8' }

type BuildFile = { file: string; type: string; compressed?: Promise<Buffer> }

/**
 * Scripts and styles of the build, compressed with Brotli at its best quality, once, on the first request. There are
 * few, so all stay in memory.
 */
export class BuildFiles {
  readonly #files = new Map<string, BuildFile>()

  constructor(folder: string) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const type = types[path.extname(name)]
      const address = prefix + name.split(path.sep).join('/')
      if (type) this.#files.set(address, { file: path.join(folder, name), type })
    }
  }

  /** Answers a request for one of the files if the client accepts Brotli. Else returns false, having sent nothing. */
  async answer({ url = '', headers, method }: IncomingMessage, response: ServerResponse): Promise<boolean> {
    if (!url.startsWith(prefix)) return false
    const found = this.#files.get(toPath(url))
    if (!found || chooseEncoding(headers['accept-encoding']) !== 'br') return false
    // Brotli's default is its best quality.
    found.compressed ??= readFile(found.file)
      .then((text) => promisify(brotliCompress)(text))
      .then(toOwnMemory)
    const body = await found.compressed
    response.writeHead(200, {
      'content-type': found.type,
      'content-encoding': 'br',
      'content-length': body.length,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    })
    response.end(method === 'HEAD' ? undefined : body)
    return true
  }
}
