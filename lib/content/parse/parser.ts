import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { SchemaDef } from '../schema/schema'
import { type FileToParse, type ParsedFile, parseFile } from './parse-file'

/** Starting a worker costs as much as parsing some hundred files: a small change is parsed where it is. */
const filesBeforeWorkers = 300

/** A thread holds a few batches at a time; less room makes it collect its garbage sooner. In MiB. */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 128 }

type Reply = { parsed: ParsedFile[] } | { error: Error }
type Job = { resolve: (parsed: ParsedFile[]) => void; reject: (error: Error) => void }
type Thread = { worker: Worker; jobs: Job[] }

/** Parses batches of files: by itself at first, in worker threads once there is much to do. Call `close` at the end. */
export class Parser {
  private readonly threads: Thread[] = []
  private seen = 0
  private next = 0

  constructor(
    private readonly contentDir: string,
    private readonly schema: SchemaDef,
  ) {}

  /** How many batches may be under way, so that memory stays bounded while every thread has work. */
  get capacity(): number {
    return 1 + 2 * this.threads.length
  }

  async parse(files: FileToParse[]): Promise<ParsedFile[]> {
    this.seen += files.length
    if (this.seen <= filesBeforeWorkers) return files.map((file) => parseFile(this.contentDir, file, this.schema))
    if (this.threads.length === 0) this.startThreads()
    const thread = this.threads[this.next++ % this.threads.length] as Thread
    thread.worker.postMessage(files)
    return new Promise((resolve, reject) => thread.jobs.push({ resolve, reject }))
  }

  async close() {
    await Promise.all(this.threads.map(({ worker }) => worker.terminate()))
  }

  /** One thread for each core but the one that writes the store. */
  private startThreads() {
    const count = Math.max(1, availableParallelism() - 1)
    for (let index = 0; index < count; index += 1) this.threads.push(this.startThread())
  }

  private startThread(): Thread {
    const workerData = { contentDir: this.contentDir, schema: this.schema }
    const worker = new Worker(new URL('./worker.mjs', import.meta.url), { workerData, resourceLimits })
    const thread: Thread = { worker, jobs: [] }
    worker.on('message', (reply: Reply) => {
      const job = thread.jobs.shift()
      if ('error' in reply) job?.reject(reply.error)
      else job?.resolve(reply.parsed)
    })
    worker.on('error', (error) => {
      for (const job of thread.jobs.splice(0)) job.reject(error)
    })
    return thread
  }
}
