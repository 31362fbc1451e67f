import path from 'node:path'
import { MessageChannel, Worker } from 'node:worker_threads'
import { addReads, type Reads } from '@/lib/library/reads'
import { noteRefusedSearch, noteSearch } from '@/lib/library/searches'
import { LibraryUnavailable } from '@/lib/library/unavailable'
import type { NextAnswer } from './ask-next'
import { nextThreadLimits } from './limits'
import { answerSearches } from './search-port'

/** The threads' program: scripts/build-server.ts bundles scripts/next-thread.ts into it. */
export const nextThreadFile = '.next/server-bundle/next-thread.mjs'

/** A request to a thread: the page or file at `url`, with those of the visitor's headers that Next may see. */
export type Question = { id: number; url: string; passed: Record<string, string> }

/** What Next answered, what it read from the library for it, and how many milliseconds each search took. */
export type Answered = { id: number; answer: NextAnswer; reads: Reads; searched: number[]; refused: boolean }

/** An answer, an error, or that the library did not answer, which Next's error page does not say. */
export type Reply = Answered | { id: number; error: Error } | { id: number; unavailable: true }

type Waiting = { resolve: (answered: Answered) => void; reject: (error: Error) => void }

/** `file` is the program, by default Next's; a thread that has requests but answers none for `patience` ms is terminated. */
type ThreadOptions = { port: number; patience: number; file?: string }

/**
 * Threads that each run Next, so that the serving thread never renders: a cached page waits for nothing, and two
 * processors render two pages. If a thread exits, its pending requests fail, and another replaces it.
 */
export class NextThreads {
  readonly #threads: NextThread[]

  private constructor(threads: NextThread[]) {
    this.#threads = threads
  }

  /** Starts `count` threads; resolves when one of them is ready. */
  static async start(count: number, options: ThreadOptions): Promise<NextThreads> {
    const first = new NextThread(options)
    await first.ready
    return new NextThreads([first, ...Array.from({ length: count - 1 }, () => new NextThread(options))])
  }

  /** What Next answers at a path (and query). Its reads and searches are recorded as if they were made in this thread. */
  ask = async (url: string, passed: Record<string, string> = {}): Promise<NextAnswer> => {
    const { answer, reads, searched, refused } = await this.#findLeastBusy().ask(url, passed)
    addReads(reads)
    for (const ms of searched) noteSearch(ms)
    if (refused) noteRefusedSearch()
    return { ...answer, body: Buffer.from(answer.body) }
  }

  #findLeastBusy = () => this.#threads.reduce((least, thread) => (thread.load < least.load ? thread : least))
}

class NextThread {
  isReady = false
  ready!: Promise<void>
  readonly #options: ThreadOptions
  readonly #waiting = new Map<number, Waiting>()
  #worker!: Worker
  #lastId = 0
  #lastReply = 0

  constructor(options: ThreadOptions) {
    this.#options = options
    this.#start()
  }

  /** How many requests are pending; Infinity while the thread is starting. */
  get load(): number {
    return this.isReady ? this.#waiting.size : Number.POSITIVE_INFINITY
  }

  ask(url: string, passed: Record<string, string>): Promise<Answered> {
    const id = ++this.#lastId
    this.#worker.postMessage({ id, url, passed } satisfies Question)
    this.#watch(id, this.#options.patience)
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }))
  }

  #start() {
    const { file = nextThreadFile, port } = this.#options
    const { port1, port2 } = new MessageChannel()
    answerSearches(port1)
    const worker = new Worker(path.resolve(file), {
      workerData: { port, searches: port2 },
      transferList: [port2],
      resourceLimits: nextThreadLimits,
      execArgv: [],
    })
    this.#worker = worker
    this.ready = new Promise((resolve, reject) => {
      let failure = new Error('A rendering thread exited.')
      worker.on('message', (message: 'ready' | Reply) => {
        if (message === 'ready') {
          this.isReady = true
          this.#lastReply = performance.now()
          // From now on the server keeps the process running.
          worker.unref()
          resolve()
        } else this.#take(message)
      })
      worker.on('error', (error) => {
        failure = error
      })
      worker.on('exit', () => {
        const wasReady = this.isReady
        this.isReady = false
        for (const { reject } of this.#waiting.values()) reject(failure)
        this.#waiting.clear()
        reject(failure)
        if (wasReady) this.#start()
      })
    })
    // Whoever awaits it still gets the error; this only keeps it from being an unhandled rejection.
    this.ready.catch(() => {})
  }

  /**
   * Terminates the thread if this request is still pending after `ms` and the thread has answered none for `patience` ms: it
   * is stuck in a loop. The time is counted from when the thread was ready, and again from each answer.
   */
  #watch(id: number, ms: number) {
    setTimeout(() => {
      if (!this.#waiting.has(id)) return
      const rest = this.#lastReply + this.#options.patience - performance.now()
      if (!this.isReady) this.#watch(id, this.#options.patience)
      else if (rest > 0) this.#watch(id, rest)
      else this.#worker.terminate()
    }, ms).unref()
  }

  #take(reply: Reply) {
    this.#lastReply = performance.now()
    const waiting = this.#waiting.get(reply.id)
    this.#waiting.delete(reply.id)
    if ('error' in reply) waiting?.reject(reply.error)
    else if ('unavailable' in reply)
      waiting?.reject(new LibraryUnavailable('The library did not answer a rendering thread.'))
    else waiting?.resolve(reply)
  }
}
