import assert from 'node:assert/strict'
import { once } from 'node:events'
import { getPriority } from 'node:os'
import { test } from 'node:test'
import { Worker } from 'node:worker_threads'

const program = `
  require('tsx/cjs/api').register()
  require(process.cwd() + '/lib/core/thread-priority.ts').lowerThreadPriority()
  require('node:worker_threads').parentPort.postMessage(require('node:os').getPriority())
`

test('lowering the priority of a thread does not affect the rest of the process', {
  skip: process.platform !== 'linux',
}, async () => {
  const before = getPriority()
  const worker = new Worker(program, { eval: true })
  const [priority] = await once(worker, 'message')
  await worker.terminate()
  assert.ok(priority > before, `${priority}`)
  assert.equal(getPriority(), before)
})
