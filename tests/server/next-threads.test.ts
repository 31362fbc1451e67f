import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { recordReads } from '@/lib/library/reads'
import { chargeSearches, wasSearchRefused } from '@/lib/library/searches'
import { NextThreads } from '@/lib/server/next-threads'

// What serves the site keeps its process running; threads do not.
const running = setInterval(() => {}, 1_000)
after(() => clearInterval(running))

/** Answers with its thread, ends at `/die`, and never answers at `/wait`. */
const program = 'tests/server/answering-thread.mjs'

const read = async (threads: NextThreads, url: string) => (await threads.ask(url)).body.toString()

test('what a thread read and searched is noted for the request that asked', async () => {
  const threads = await NextThreads.start(1, 0, program)
  const charged: number[] = []
  const { result, reads } = await recordReads(() =>
    chargeSearches(
      (ms) => charged.push(ms),
      async () => ({ body: await read(threads, '/search?q=a'), refused: wasSearchRefused() }),
    ),
  )
  assert.match(result.body, /^\/search\?q=a \d+$/)
  assert.equal(result.refused, true)
  assert.deepEqual(charged, [3, 4])
  assert.deepEqual(reads, { keys: new Set(['question 1']), stores: new Set(['a']), sequence: 7 })
})

test('a thread that is busy is not asked while another is free; all searches are the first one’s', async () => {
  const threads = await NextThreads.start(2, 0, program)
  const toThread = async (url: string) => (await read(threads, url)).split(' ')[1]
  const first = await toThread('/search')
  threads.ask('/search?q=wait').catch(() => {})
  let other = await toThread('/a')
  // The second may still be starting.
  while (other === first) other = await toThread('/a')
  assert.equal(await toThread('/api/search?q=a'), first)
  assert.equal(await toThread('/searches'), other)
})

test('a thread that ends fails what it was asked, with the reason, and another takes its place', async () => {
  const threads = await NextThreads.start(1, 0, program)
  const waiting = assert.rejects(threads.ask('/wait'), /out of luck/)
  await assert.rejects(threads.ask('/die'), /out of luck/)
  await waiting
  assert.match(await read(threads, '/after'), /^\/after \d+$/)
})

test('threads that cannot start say why', async () => {
  await assert.rejects(NextThreads.start(1, 0, 'tests/server/none.mjs'), /Cannot find module/)
})
