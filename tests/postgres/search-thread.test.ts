import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { searchWith } from '@/lib/engine/cached-search'
import { SearchThread } from '@/lib/engine/search-thread'
import { recordReads } from '@/lib/library/reads'
import { LibraryUnavailable } from '@/lib/library/unavailable'
import { buildSearchWorker } from '@/scripts/build-server'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { startCountingProxy } from './counting-proxy'
import { createDatabase, openPostgresLibrary, publishLibrary, schemaHash } from './databases'

// Not in a temporary folder: the thread's program resolves packages from its own location.
mkdirSync('.content', { recursive: true })
const folder = mkdtempSync('.content/search-thread-')
after(() => rmSync(folder, { recursive: true }))
const workerFile = path.resolve(folder, 'search-worker.mjs')
await buildSearchWorker(workerFile)

const library = new TemporaryLibrary({
  'law/tort.md': toQuestionFile('What is a tort?', {}, 'A wrong that is no breach of contract.'),
  'law/contract.md': toQuestionFile('What is a contract?', {}, 'A promise that courts enforce.'),
})
await library.compile()
const url = await createDatabase()
await publishLibrary(library, url)

const startThread = (url: string, contentDb = '/nowhere/content.db') =>
  new SearchThread(workerFile, { contentDb, postgres: { url, schemaHash } })

const find = (text: string) => ({ text, subject: undefined, page: 1, pageSize: 10 })

test('the serving thread sends no statement for a search, and gets the same result', async (context) => {
  const own = openPostgresLibrary(url)
  const texts = ['tort', 'contarct', '"breach of contract"', 'contract -promise', 'nothing']
  const expected = await Promise.all(texts.map((text) => own.search(find(text))))
  const asked = context.mock.method(pg.Client.prototype, 'query')
  const thread = startThread(url)
  const searched = await Promise.all(texts.map((text) => thread.search(find(text))))
  assert.deepEqual(
    searched.map((one) => one?.page),
    structuredClone(expected),
  )
  assert.ok(searched.every((one) => one && one.ms > 0))
  assert.equal(asked.mock.callCount(), 0)
})

test('with 32 searches in progress another is refused', async () => {
  const thread = startThread(url)
  const waiting = Array.from({ length: 32 }, (_, index) => thread.search(find(`tort ${index}`)))
  assert.equal(await thread.search(find('contract')), undefined)
  assert.ok((await Promise.all(waiting)).every((one) => one?.page.total === 1))
})

test('while PostgreSQL is down, searches fail as reads do, or fall back to the store', async () => {
  const proxy = await startCountingProxy(url)
  const thread = startThread(proxy.url)
  const beside = startThread(proxy.url, library.dbFile)
  assert.equal((await thread.search(find('tort')))?.page.total, 1)
  await proxy.close()
  const alone = searchWith(openPostgresLibrary(url), thread)
  const { reads } = await recordReads(() => assert.rejects(alone.search(find('tort')), LibraryUnavailable))
  assert.equal(reads.unavailable, true)
  const inStore = (await beside.search(find('tort')))?.page
  assert.equal(inStore?.state.store, (await library.openLibrary().readState()).store)
  await proxy.open()
  let found: unknown
  while (!found) found = await thread.search(find('tort')).catch(() => undefined)
})
