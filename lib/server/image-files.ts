import { lstat, readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import { LRUCache } from 'lru-cache'
import { cacheControl } from '@/lib/core/cache-control'
import { decodeAddress } from '@/lib/core/decode-address'
import { findKindByName } from '@/lib/core/image-kinds'
import { filePolicy } from './file-source'
import { Page } from './page'
import { SharedWork } from './shared-work'
import { toPath } from './url-path'

/** A browser only downloads files of this type. */
const otherType = 'application/octet-stream'

/** In bytes: a few hundred images of the usual size. */
const cacheSize = 16 * 1024 * 1024

type ReadFile = { page: Page; state: string }

/**
 * Authors' files: unlike those of the build, they appear and change while the site runs, together with the questions that
 * show them. So each request checks the file on the disk, and its content is cached until the file changes.
 */
export class ImageFiles {
  readonly #folder: string
  readonly #files = new LRUCache<string, ReadFile>({
    maxSize: cacheSize,
    // Half as much again for its compressed forms.
    sizeCalculation: ({ page }, address) => 2 * address.length + Math.ceil(1.5 * page.body.length) + 1_000,
  })
  readonly #shared = new SharedWork<ReadFile | undefined>()

  /** `folder` is that of all static files. */
  constructor(folder: string) {
    this.#folder = path.resolve(folder)
  }

  /** The file at an address; undefined if there is none, or if it is outside the folder. */
  async get(url: string, visitor: AbortSignal): Promise<Page | undefined> {
    const file = this.#toFile(url)
    if (file === undefined) return undefined
    const stats = await lstat(file).catch(() => undefined)
    if (!stats?.isFile()) return undefined
    const state = `${stats.size.toString(36)}-${stats.mtimeMs.toString(36)}-${stats.ino.toString(36)}`
    const cached = this.#files.get(file)
    if (cached?.state === state) return cached.page
    const read = await this.#shared.run(`${file}\0${state}`, () => this.#read(file, state), visitor)
    return read?.page
  }

  #toFile(url: string): string | undefined {
    const address = decodeAddress(toPath(url))
    if (address === undefined || /\0|\\|\/\./.test(address)) return undefined
    return path.join(this.#folder, address)
  }

  async #read(file: string, state: string): Promise<ReadFile | undefined> {
    // A folder that is a symbolic link may lead to files that are not the site’s.
    const folder = await realpath(this.#folder)
    const isInside = (await realpath(file)) === path.join(folder, path.relative(this.#folder, file))
    if (!isInside) return undefined
    const body = await readFile(file)
    const type = findKindByName(file)?.type ?? otherType
    const headers = {
      'content-security-policy': filePolicy,
      'content-type': type,
      'cache-control': cacheControl,
      etag: `W/"${state}"`,
    }
    const read = { page: new Page(200, headers, body), state }
    this.#files.set(file, read)
    return read
  }
}
