import { parentPort, workerData } from 'node:worker_threads'

/** A module that does the work of a thread: prepared once, then called for one job after another. */
export type Work<Setting, Job, Result> = { prepare: (setting: Setting) => (job: Job) => Result }

const { module, setting, at } = workerData as { module: string; setting: unknown; at: Int32Array }
const { prepare } = (await import(module)) as Work<unknown, unknown, unknown>
const work = prepare(setting)

parentPort?.on('message', (jobs: unknown[]) => {
  try {
    const results = jobs.map((job, index) => {
      Atomics.store(at, 0, index)
      return work(job)
    })
    Atomics.store(at, 0, -1)
    parentPort?.postMessage({ results })
  } catch (error) {
    parentPort?.postMessage({ error })
  }
})
