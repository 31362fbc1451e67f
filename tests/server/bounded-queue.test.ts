import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { BoundedQueue, Refused } from '@/lib/server/bounded-queue'
import { SharedWork } from '@/lib/server/shared-work'

const patient = new AbortController().signal

/** Pieces of work that begin and end when the test says so. */
class Works {
  readonly begun: string[] = []
  readonly #ends = new Map<string, () => void>()

  work = (name: string) => () => {
    this.begun.push(name)
    return new Promise<string>((resolve) => this.#ends.set(name, () => resolve(name)))
  }

  async end(name: string) {
    this.#ends.get(name)?.()
    await nextTurn()
    await nextTurn()
  }
}

test('a few run at a time, a few wait in order of arrival, the rest are refused', async () => {
  const queue = new BoundedQueue('pages', { places: 2, waiting: 2 })
  const works = new Works()
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => queue.run(works.work(name), patient))
  await assert.rejects(queue.run(works.work('e'), patient), Refused)
  assert.deepEqual(works.begun, ['a', 'b'])
  await works.end('b')
  assert.deepEqual(works.begun, ['a', 'b', 'c'])
  const f = queue.run(works.work('f'), patient)
  for (const name of ['a', 'c', 'd', 'f']) await works.end(name)
  assert.deepEqual(works.begun, ['a', 'b', 'c', 'd', 'f'])
  assert.deepEqual(await Promise.all([a, b, c, d, f]), ['a', 'b', 'c', 'd', 'f'])
})

test('work that fails frees its place', async () => {
  const queue = new BoundedQueue('pages', { places: 1, waiting: 1 })
  const failing = queue.run(() => Promise.reject(new Error('It failed.')), patient)
  const next = queue.run(async () => 'done', patient)
  await assert.rejects(failing, /It failed/)
  assert.equal(await next, 'done')
})

test('aborting while waiting frees the place; aborting later changes nothing', async () => {
  const queue = new BoundedQueue('pages', { places: 1, waiting: 1 })
  const works = new Works()
  const [first, second] = [new AbortController(), new AbortController()]
  const a = queue.run(works.work('a'), first.signal)
  const b = queue.run(works.work('b'), second.signal)
  second.abort()
  await assert.rejects(b, Refused)
  first.abort()
  const c = queue.run(works.work('c'), patient)
  await works.end('a')
  await works.end('c')
  assert.deepEqual([await a, await c], ['a', 'c'])
  assert.deepEqual(works.begun, ['a', 'c'])
})

test('work for several visitors goes on until all of them have disconnected', async () => {
  const shared = new SharedWork<string>()
  const signals: AbortSignal[] = []
  let finish = (_: string) => {}
  const work = (signal: AbortSignal) => {
    signals.push(signal)
    return new Promise<string>((resolve) => {
      finish = resolve
    })
  }
  const visitors = [new AbortController(), new AbortController(), new AbortController()] as const
  const results = visitors.map(({ signal }) => shared.run('page', work, signal))
  assert.equal(signals.length, 1)
  visitors[0].abort()
  visitors[1].abort()
  assert.equal(signals[0]?.aborted, false)
  visitors[2].abort()
  assert.equal(signals[0]?.aborted, true)
  finish('it')
  assert.deepEqual(await Promise.all(results), ['it', 'it', 'it'])
  shared.run('page', work, patient)
  assert.equal(signals.length, 2, 'finished work is not shared with the next visitor')
})
