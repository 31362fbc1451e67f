import { Worker } from 'node:worker_threads'
import type { FoundPage, SearchRequest } from '@/lib/library/pages'
import type { SearchCall, SearchReply } from '@/lib/library/search-port'
import { LibraryUnavailable, noteUnavailable } from '@/lib/library/unavailable'
import type { Searcher } from './cached-search'
import type { LibraryPlace } from './open-library'

/** The thread's program: scripts/build-server.ts bundles search-worker.ts into it. */
export const searchWorkerFile = '.next/server-bundle/search-worker.mjs'

/** The most searches that may be pending; more are refused, as their visitors would have given up by their turn. */
const maxWaiting = 32

/** A search needs little memory; with a small heap its garbage is collected often instead of piling up. */
const resourceLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 48 }

type Waiting = { resolve: (reply: SearchReply) => void; reject: (error: Error) => void }

/** Searches a library in a thread of its own, so that searches do not delay other requests. */
export class SearchThread implements Searcher {
  readonly #file: string
  readonly #place: LibraryPlace
  readonly #waiting = new Map<number, Waiting>()
  #lastId = 0
  #worker: Worker | undefined

  /** `file` is the thread's program, which reopens a store that was rebuilt. */
  constructor(file: string, place: LibraryPlace) {
    this.#file = file
    this.#place = place
  }

  /** Undefined if too many searches wait. Throws `LibraryUnavailable` as the library does. */
  async search(request: SearchRequest) {
    if (this.#waiting.size >= maxWaiting) return undefined
    this.#worker ??= this.#start()
    this.#worker.ref()
    const id = ++this.#lastId
    this.#worker.postMessage({ id, request } satisfies SearchCall)
    const { page, ms, failure } = await new Promise<SearchReply>((resolve, reject) =>
      this.#waiting.set(id, { resolve, reject }),
    )
    if (failure === 'unavailable') {
      noteUnavailable()
      throw new LibraryUnavailable('The library did not answer the search thread.')
    }
    if (failure) throw failure
    return { page: page as FoundPage, ms }
  }

  /** If the thread exits, its pending searches fail, and the next search starts another. */
  #start(): Worker {
    const options = { workerData: this.#place, resourceLimits, execArgv: [] }
    const worker = new Worker(/* turbopackIgnore: true */ this.#file, options)
    let failure = new Error('The search thread exited.')
    worker.on('message', (reply: SearchReply) => this.#take(worker, reply))
    worker.on('error', (error) => {
      failure = error
    })
    worker.on('exit', () => {
      this.#worker = undefined
      const failed = [...this.#waiting.values()]
      this.#waiting.clear()
      for (const { reject } of failed) reject(failure)
    })
    // The thread alone must not keep the process running.
    worker.unref()
    return worker
  }

  #take(worker: Worker, reply: SearchReply) {
    this.#waiting.get(reply.id)?.resolve(reply)
    this.#waiting.delete(reply.id)
    if (this.#waiting.size === 0) worker.unref()
  }
}
