import { Worker } from 'node:worker_threads'

/**
 * Starting a thread costs as much as reading a few hundred files, so a small change is processed on the calling thread.
 */
const jobsBeforeThreads = 300

export type BatchOptions<Setting, Job, Result> = {
  /** The module whose `prepare` takes the setting and returns the function that does a job. */
  module: URL
  prepare: (setting: Setting) => (job: Job) => Result
  setting: Setting
  /** The result for a job that crashed its thread; if absent, the crash fails everything. */
  toLost?: (job: Job, error: Error) => Result
  threads: number
  /** The size of a thread's young generation in MiB: more is faster, up to what the work needs. */
  youngMb: number
}

type Reply<Result> = { results: Result[] } | { error: Error }
type Batch<Job, Result> = { jobs: Job[]; resolve: (results: Result[]) => void; reject: (error: Error) => void }

/** A thread with its batches, the oldest first, and the index of its current job in that one. */
type Thread<Job, Result> = { worker: Worker; batches: Batch<Job, Result>[]; at: Int32Array }

/**
 * Runs jobs in batches: on the calling thread at first, in worker threads once there are many. Call `close` at the end.
 */
export class Batches<Setting, Job, Result> {
  private readonly threads: Thread<Job, Result>[] = []
  private readonly work: (job: Job) => Result
  private seen = 0
  private next = 0

  constructor(private readonly options: BatchOptions<Setting, Job, Result>) {
    this.work = options.prepare(options.setting)
  }

  /** How many batches may be in flight, so that memory stays bounded while every thread has work. */
  get capacity(): number {
    return 1 + 2 * this.threads.length
  }

  async run(jobs: Job[]): Promise<Result[]> {
    this.seen += jobs.length
    if (this.seen <= jobsBeforeThreads) return jobs.map(this.work)
    return this.runInThread(jobs)
  }

  async close() {
    await Promise.all(this.threads.map(({ worker }) => worker.terminate()))
  }

  private runInThread(jobs: Job[]): Promise<Result[]> {
    while (this.threads.length < this.options.threads) this.threads.push(this.startThread())
    const { worker, batches } = this.threads[this.next++ % this.threads.length] as Thread<Job, Result>
    worker.postMessage(jobs)
    return new Promise((resolve, reject) => batches.push({ jobs, resolve, reject }))
  }

  private startThread(): Thread<Job, Result> {
    const at = new Int32Array(new SharedArrayBuffer(4)).fill(-1)
    const workerData = { module: this.options.module.href, setting: this.options.setting, at }
    // A thread holds a few batches at a time.
    const resourceLimits = { maxYoungGenerationSizeMb: this.options.youngMb, maxOldGenerationSizeMb: 128 }
    const worker = new Worker(new URL('./worker.mjs', import.meta.url), { workerData, resourceLimits })
    const thread: Thread<Job, Result> = { worker, batches: [], at }
    worker.on('message', (reply: Reply<Result>) => {
      const batch = thread.batches.shift()
      if ('error' in reply) batch?.reject(reply.error)
      else batch?.resolve(reply.results)
    })
    worker.on('error', (error) => this.replace(thread, error))
    return thread
  }

  /** Gives the batches of a crashed thread to others, without the job that crashed it. */
  private replace(ended: Thread<Job, Result>, error: Error) {
    this.threads.splice(this.threads.indexOf(ended), 1)
    const at = Atomics.load(ended.at, 0)
    const { toLost } = this.options
    for (const [index, { jobs, resolve, reject }] of ended.batches.entries()) {
      const lost = index === 0 ? jobs[at] : undefined
      if (!toLost || (index === 0 && lost === undefined)) reject(error)
      else if (lost === undefined) this.runInThread(jobs).then(resolve, reject)
      else {
        const rest = jobs.filter((job) => job !== lost)
        this.runInThread(rest).then((results) => resolve(results.toSpliced(at, 0, toLost(lost, error))), reject)
      }
    }
  }
}
