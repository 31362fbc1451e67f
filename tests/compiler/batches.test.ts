import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Batches } from '@/lib/compiler/threads/batches'
import { prepare } from './deadly-job'

const module = new URL('./deadly-job.ts', import.meta.url)
const jobs = Array.from({ length: 400 }, (_, index) => index)
const options = { module, prepare, setting: [350, 370] as readonly number[], threads: 2, youngMb: 16 }

/** The results of all jobs, in batches of 50 after one that is done without threads. */
async function runAll(batches: Batches<readonly number[], number, number>) {
  const results = [await batches.run(jobs.slice(0, 300))]
  const pending = [300, 350].map((start) => batches.run(jobs.slice(start, start + 50)))
  return [...results, ...(await Promise.all(pending))].flat()
}

test('a job that crashes its thread is reported, and all others are done', async () => {
  const batches = new Batches({ ...options, toLost: (job: number) => -job })
  assert.deepEqual(
    await runAll(batches),
    jobs.map((job) => (options.setting.includes(job) ? -job : job * 2)),
  )
  await batches.close()
})

test('without a result for crashed jobs, a crash fails everything', async () => {
  const batches = new Batches(options)
  await assert.rejects(runAll(batches), { code: 'ERR_WORKER_OUT_OF_MEMORY' })
  await batches.close()
})
