import { Worker } from 'node:worker_threads'

/** Starting a thread costs as much as reading some hundred files: a small change is dealt with where it is. */
const jobsBeforeThreads = 300

export type BatchOptions<Setting, Job, Result> = {
  /** The module whose `prepare` makes of the setting the function that does a job. */
  module: URL
  prepare: (setting: Setting) => (job: Job) => Result
  setting: Setting
  threads: number
  /** Room for what is new and soon garbage, in MiB: more is quicker, up to what the work needs. */
  youngMb: number
}

type Reply<Result> = { results: Result[] } | { error: Error }
type Waiting<Result> = { resolve: (results: Result[]) => void; reject: (error: Error) => void }
type Thread<Result> = { worker: Worker; waiting: Waiting<Result>[] }

/** Does jobs in batches: by itself at first, in worker threads once there is much to do. Call `close` at the end. */
export class Batches<Setting, Job, Result> {
  private readonly threads: Thread<Result>[] = []
  private readonly work: (job: Job) => Result
  private seen = 0
  private next = 0

  constructor(private readonly options: BatchOptions<Setting, Job, Result>) {
    this.work = options.prepare(options.setting)
  }

  /** How many batches may be under way, so that memory stays bounded while every thread has work. */
  get capacity(): number {
    return 1 + 2 * this.threads.length
  }

  async run(jobs: Job[]): Promise<Result[]> {
    this.seen += jobs.length
    if (this.seen <= jobsBeforeThreads) return jobs.map(this.work)
    while (this.threads.length < this.options.threads) this.threads.push(this.startThread())
    const thread = this.threads[this.next++ % this.threads.length] as Thread<Result>
    thread.worker.postMessage(jobs)
    return new Promise((resolve, reject) => thread.waiting.push({ resolve, reject }))
  }

  async close() {
    await Promise.all(this.threads.map(({ worker }) => worker.terminate()))
  }

  private startThread(): Thread<Result> {
    const workerData = { module: this.options.module.href, setting: this.options.setting }
    // A thread holds a few batches at a time.
    const resourceLimits = { maxYoungGenerationSizeMb: this.options.youngMb, maxOldGenerationSizeMb: 128 }
    const worker = new Worker(new URL('./worker.mjs', import.meta.url), { workerData, resourceLimits })
    const thread: Thread<Result> = { worker, waiting: [] }
    worker.on('message', (reply: Reply<Result>) => {
      const waiting = thread.waiting.shift()
      if ('error' in reply) waiting?.reject(reply.error)
      else waiting?.resolve(reply.results)
    })
    worker.on('error', (error) => {
      for (const waiting of thread.waiting.splice(0)) waiting.reject(error)
    })
    return thread
  }
}
