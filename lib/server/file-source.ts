import type { IncomingHttpHeaders } from 'node:http'
import { workerPath } from '@/lib/core/routes'
import { charged } from '@/lib/library/searches'
import type { AskNext, NextAnswer } from './ask-next'
import type { BoundedQueue } from './bounded-queue'
import { chooseEncoding } from './encodings'
import { Page } from './page'
import type { FileKind } from './served-files'
import { SharedWork } from './shared-work'
import { toPath } from './url-path'

/** The headers of a route handler that are sent to visitors. */
const sent = [
  'cache-control',
  'content-type',
  'content-disposition',
  'etag',
  'last-modified',
  'retry-after',
  'x-robots-tag',
]

/** The request headers that a route handler sees, so that it need not produce what the visitor already has. */
const passed = ['if-none-match', 'if-modified-since'] as const

/** No file may run or load anything, not even a picture that is opened by itself. */
export const filePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"

/**
 * The service worker fetches the pages that it caches. https://www.w3.org/TR/service-workers/#content-security-policy
 */
const workerPolicy = `${filePolicy}; connect-src 'self'`

/** All but authors' images, which Next does not serve. */
type MadeKind = Exclude<FileKind, 'image'>

type Queues = Record<'renderings' | 'searches' | 'sheets' | 'pictures', BoundedQueue>

const queueOf = { content: 'renderings', search: 'searches', deck: 'sheets', picture: 'pictures' } as const

/** Answers an address of `/api/search`, without Next. */
export type AnswerSearch = (url: string) => Promise<NextAnswer>

/**
 * Files as Next renders them (those of the build only once) and answers to searches, without the headers that all answers
 * have.
 */
export class FileSource {
  readonly #ask: AskNext
  readonly #answerSearch: AnswerSearch
  readonly #queues: Queues
  readonly #built = new Map<string, Promise<Page>>()
  readonly #shared = new SharedWork<Page>()

  constructor(ask: AskNext, answerSearch: AnswerSearch, queues: Queues) {
    this.#ask = ask
    this.#answerSearch = answerSearch
    this.#queues = queues
  }

  /** The file at an address, or what its route handler answers instead. Throws `Refused` if too many requests wait. */
  get(kind: MadeKind, url: string, headers: IncomingHttpHeaders, visitor: AbortSignal): Promise<Page> {
    if (kind === 'build') return this.#getBuilt(toPath(url))
    const conditions: Record<string, string> = {}
    for (const name of passed) if (headers[name] !== undefined) conditions[name] = headers[name]
    const queue = this.#queues[queueOf[kind]]
    const make = async () => {
      const ask = () => (kind === 'search' ? this.#answerSearch(url) : this.#ask(url, conditions))
      const file = toPage(url, await (kind === 'deck' ? charged(ask) : ask()))
      // Inside the queue, so that its limit covers compression too.
      if (file.isCompressible) await file.encode(chooseEncoding(headers['accept-encoding']) ?? 'identity')
      return file
    }
    const key = JSON.stringify([url, conditions])
    return this.#shared.run(key, (signal) => queue.run(make, signal), visitor)
  }

  #getBuilt(path: string): Promise<Page> {
    let file = this.#built.get(path)
    if (!file) {
      file = this.#ask(path, {}).then((answer) => toPage(path, answer))
      this.#built.set(path, file)
      file.catch(() => this.#built.delete(path))
    }
    return file
  }
}

function toPage(url: string, answer: NextAnswer): Page {
  if (answer.status === 500) throw new Error('Next could not render this file.')
  const headers: Record<string, string> = {
    'content-security-policy': url === workerPath ? workerPolicy : filePolicy,
  }
  for (const name of sent) if (answer.headers[name] !== undefined) headers[name] = answer.headers[name]
  if (answer.status === 304) headers.vary = 'Accept-Encoding'
  return new Page(answer.status, headers, answer.body)
}
