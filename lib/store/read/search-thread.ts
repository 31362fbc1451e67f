import { Worker } from 'node:worker_threads'
import type { FoundPage, SearchRequest } from '@/lib/library/pages'

/** The thread's program: scripts/build-server.ts bundles search-worker.ts into it. */
export const searchWorkerFile = '.next/server-bundle/search-worker.mjs'

/** With so many searches under way no other is let in: whoever waits longer has given up. */
const mostWaiting = 32

/** A search needs little; what it leaves behind is collected often rather than kept. */
const resourceLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 48 }

/** What a search gave, and how many milliseconds it took by itself. */
export type Searched = { page: FoundPage; ms: number }

export type Reply = Searched | { error: Error }

type Waiting = { resolve: (searched: Searched) => void; reject: (error: Error) => void }

/** Searches a store in a thread of its own, one search after the other, so that no search holds up what is served. */
export class SearchThread {
  readonly #file: string
  readonly #dbFile: string
  readonly #waiting: Waiting[] = []
  #worker: Worker | undefined

  /** `file` is the thread's program, `dbFile` the store, which is followed where it is rebuilt. */
  constructor(file: string, dbFile: string) {
    this.#file = file
    this.#dbFile = dbFile
  }

  /** Undefined, and nothing done, where too many searches wait. */
  async search(request: SearchRequest): Promise<Searched | undefined> {
    if (this.#waiting.length >= mostWaiting) return undefined
    this.#worker ??= this.#start()
    this.#worker.ref()
    this.#worker.postMessage(request)
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }))
  }

  /** A thread that ends by itself fails the searches that it had; the next search starts another. */
  #start(): Worker {
    const options = { workerData: this.#dbFile, resourceLimits, execArgv: [] }
    const worker = new Worker(/* turbopackIgnore: true */ this.#file, options)
    let failure = new Error('The thread that searches ended.')
    worker.on('message', (reply: Reply) => this.#take(worker, reply))
    worker.on('error', (error) => {
      failure = error
    })
    worker.on('exit', () => {
      this.#worker = undefined
      for (const { reject } of this.#waiting.splice(0)) reject(failure)
    })
    // Alone it keeps no process running.
    worker.unref()
    return worker
  }

  #take(worker: Worker, reply: Reply) {
    const waiting = this.#waiting.shift()
    if (this.#waiting.length === 0) worker.unref()
    if ('error' in reply) waiting?.reject(reply.error)
    else waiting?.resolve(reply)
  }
}
