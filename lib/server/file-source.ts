import type { IncomingHttpHeaders } from 'node:http'
import type { AskNext } from './ask-next'
import type { BoundedQueue } from './bounded-queue'
import { chooseEncoding } from './encodings'
import { Page } from './page'
import type { FileKind } from './served-files'
import { SharedWork } from './shared-work'

/** The headers of a route handler that visitors are sent. */
const sent = ['cache-control', 'content-type', 'etag', 'last-modified', 'retry-after', 'x-robots-tag']

/** The headers of a visitor that a route handler sees: so it need not read what he has. */
const passed = ['if-none-match', 'if-modified-since'] as const

/** Nothing in a file runs or loads anything, not even in a picture that is opened by itself. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"

type Queues = { renderings: BoundedQueue; pictures: BoundedQueue }

/** Files as Next makes them, without the headers that every answer carries; those of the build are made once. */
export class FileSource {
  readonly #ask: AskNext
  readonly #queues: Queues
  readonly #built = new Map<string, Promise<Page>>()
  readonly #shared = new SharedWork<Page>()

  constructor(ask: AskNext, queues: Queues) {
    this.#ask = ask
    this.#queues = queues
  }

  /** The file at an address, or what its route handler says instead. Throws `Refused` where too many wait. */
  get(kind: FileKind, url: string, headers: IncomingHttpHeaders, visitor: AbortSignal): Promise<Page> {
    if (kind === 'build') return this.#getBuilt(url.split('?')[0] as string)
    const conditions: Record<string, string> = {}
    for (const name of passed) if (headers[name] !== undefined) conditions[name] = headers[name]
    const queue = kind === 'picture' ? this.#queues.pictures : this.#queues.renderings
    const make = async () => {
      const file = await this.#make(url, conditions)
      // Here, so that no more are compressed at a time than made.
      if (file.isCompressible) await file.encode(chooseEncoding(headers['accept-encoding']) ?? 'identity')
      return file
    }
    const key = JSON.stringify([url, conditions])
    return this.#shared.run(key, (signal) => queue.run(make, signal), visitor)
  }

  #getBuilt(path: string): Promise<Page> {
    let file = this.#built.get(path)
    if (!file) {
      file = this.#make(path, {})
      this.#built.set(path, file)
      file.catch(() => this.#built.delete(path))
    }
    return file
  }

  async #make(url: string, conditions: Record<string, string>): Promise<Page> {
    const answer = await this.#ask(url, conditions)
    if (answer.status === 500) throw new Error(`Next could not make the file ${url}.`)
    const headers: Record<string, string> = { 'content-security-policy': policy }
    for (const name of sent) if (answer.headers[name] !== undefined) headers[name] = answer.headers[name]
    if (answer.status === 304) headers.vary = 'Accept-Encoding'
    return new Page(answer.status, headers, answer.body)
  }
}
