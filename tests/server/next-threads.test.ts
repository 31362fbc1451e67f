import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { MessageChannel } from 'node:worker_threads'
import { emptyLibrary } from '@/lib/library/empty'
import type { FoundPage } from '@/lib/library/pages'
import { recordReads } from '@/lib/library/reads'
import { searchAtPort } from '@/lib/library/search-port'
import { chargeSearches, noteSearch, wasSearchRefused } from '@/lib/library/searches'
import { provideLibrary } from '@/lib/library/slot'
import { LibraryUnavailable } from '@/lib/library/unavailable'
import { NextThreads } from '@/lib/server/next-threads'
import { answerSearches } from '@/lib/server/search-port'

// A server keeps its process running; the threads do not.
const running = setInterval(() => {}, 1_000)
after(() => clearInterval(running))

/** Answers with its thread's number, dies at `/die`, never answers at `/wait`, and loops at `/hang`. */
const options = { port: 0, patience: 1_000, file: 'tests/server/answering-thread.mjs' }

const read = async (threads: NextThreads, url: string) => (await threads.ask(url)).body.toString()

test('a thread’s reads and searches are recorded for the request that caused them', async () => {
  const threads = await NextThreads.start(1, options)
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
  assert.deepEqual(reads, {
    keys: new Set(['question 1']),
    stores: new Set(['a']),
    sequence: 7,
    until: Number.POSITIVE_INFINITY,
  })
})

test('a busy thread gets no request while another is free', async () => {
  const threads = await NextThreads.start(2, options)
  const toThread = async (url: string) => (await read(threads, url)).split(' ')[1]
  const first = await toThread('/a')
  threads.ask('/wait').catch(() => {})
  let other = await toThread('/a')
  // The second may still be starting.
  while (other === first) other = await toThread('/a')
  for (let count = 0; count < 3; count += 1) assert.equal(await toThread('/a'), other)
})

test('a thread’s searches run in the serving thread, and are charged to the request', async () => {
  const empty = await emptyLibrary.search({ text: '', subject: undefined, page: 1, pageSize: 10 })
  const page = { ...(empty as FoundPage), state: { store: 'a', sequence: 3 } }
  provideLibrary({
    ...emptyLibrary,
    search: async ({ text }) => {
      if (text === 'unavailable') throw new LibraryUnavailable('gone')
      noteSearch(5)
      return text === 'refused' ? undefined : page
    },
  })
  const { port1, port2 } = new MessageChannel()
  answerSearches(port1)
  const there = searchAtPort(emptyLibrary, port2)
  const search = async (text: string) => {
    const charged: number[] = []
    const asked = () => there.search({ text, subject: undefined, page: 1, pageSize: 10 }).catch((error: Error) => error)
    const { result, reads } = await recordReads(() =>
      chargeSearches(
        (ms) => charged.push(ms),
        async () => ({ found: await asked(), refused: wasSearchRefused() }),
      ),
    )
    return { ...result, charged, unavailable: reads.unavailable, sequence: reads.sequence }
  }
  const [found, refused, failed] = await Promise.all(['found', 'refused', 'unavailable'].map(search))
  port2.close()
  assert.deepEqual(found, { found: page, refused: false, charged: [5], unavailable: undefined, sequence: 3 })
  assert.deepEqual([refused?.found, refused?.refused, refused?.charged], [undefined, true, [5]])
  assert.ok(failed?.found instanceof LibraryUnavailable && failed.unavailable && failed.charged.length === 0)
})

test('if a thread exits, its requests fail with the reason, and another thread replaces it', async () => {
  const threads = await NextThreads.start(1, options)
  const waiting = assert.rejects(threads.ask('/wait'), /out of luck/)
  await assert.rejects(threads.ask('/die'), /out of luck/)
  await waiting
  assert.match(await read(threads, '/after'), /^\/after \d+$/)
})

test('a thread that hangs is terminated, one that answers others is not', async () => {
  const threads = await NextThreads.start(1, options)
  const before = await read(threads, '/a')
  threads.ask('/wait').catch(() => {})
  for (let count = 0; count < 25; count += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    assert.equal(await read(threads, '/a'), before)
  }
  await assert.rejects(threads.ask('/hang'), /exited/)
  assert.match(await read(threads, '/after'), /^\/after \d+$/)
})

test('threads that cannot start say why', async () => {
  await assert.rejects(NextThreads.start(1, { ...options, file: 'tests/server/none.mjs' }), /Cannot find module/)
})
