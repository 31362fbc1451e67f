import { parentPort, workerData } from 'node:worker_threads'

/** A module that does the work of a thread: made ready once, then given one job after the other. */
export type Work<Setting, Job, Result> = { prepare: (setting: Setting) => (job: Job) => Result }

const { module, setting } = workerData as { module: string; setting: unknown }
const { prepare } = (await import(module)) as Work<unknown, unknown, unknown>
const work = prepare(setting)

parentPort?.on('message', (jobs: unknown[]) => {
  try {
    parentPort?.postMessage({ results: jobs.map(work) })
  } catch (error) {
    parentPort?.postMessage({ error })
  }
})
