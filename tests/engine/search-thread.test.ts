import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { after, describe, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { searchWith } from '@/lib/engine/cached-search'
import { SearchThread } from '@/lib/engine/search-thread'
import type { FoundPage, SearchRequest } from '@/lib/library/pages'
import { recordReads } from '@/lib/library/reads'
import { chargeSearches, wasSearchRefused } from '@/lib/library/searches'
import { buildSearchWorker } from '@/scripts/build-server'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

// Not in a temporary folder: the thread's program resolves packages from its own location.
mkdirSync('.content', { recursive: true })
const folder = mkdtempSync('.content/search-thread-')
const workerFile = path.resolve(folder, 'search-worker.mjs')
await buildSearchWorker(workerFile)
after(() => rmSync(folder, { recursive: true }))

const files = {
  'chemistry/water.md': toQuestionFile('Why does ice float?', {}, 'H₂O forms a lattice. The lattice is <b>wide</b>.'),
  'biology/leaf.md': toQuestionFile('What is photosynthesis in the leaf?', { seo: { page_keywords: 'light, leaf' } }),
  'biology/leaf-light.md': toQuestionFile('Why is the leaf green?', {}, 'Photosynthesis needs light.'),
  'law/statute.md': toQuestionFile('Does a statute bind the courts?'),
}

async function prepare() {
  const temporary = new TemporaryLibrary(files)
  await temporary.compile()
  const thread = new SearchThread(workerFile, { contentDb: temporary.dbFile })
  return { temporary, thread, library: searchWith(temporary.openLibrary(), thread) }
}

const toRequest = (text: string, more: Partial<SearchRequest> = {}): SearchRequest => ({
  text,
  subject: undefined,
  page: 1,
  pageSize: 10,
  ...more,
})

/** Rows of libsql have their timing. */
const withoutTimes = (page: FoundPage | undefined) =>
  JSON.parse(JSON.stringify(page, (key, value) => (key === '_metadata' ? undefined : value)))

/** How many searches were charged while something was done. */
async function countSearches(work: () => Promise<unknown>): Promise<number> {
  let searches = 0
  await chargeSearches((ms) => {
    assert.ok(ms > 0)
    searches += 1
  }, work)
  return searches
}

describe('a search in a thread returns the same as one in the process', async () => {
  const { temporary, thread } = await prepare()
  const inProcess = temporary.openLibrary()
  const requests = [
    ...['', 'the', 'leaf', 'photosinthesis', '"the leaf"', 'lattice H2O', 'subject:biology leaf', 'nowhere', '\0 “%"'],
    ...['to be or not to be', 'leaf light', 'a '.repeat(99), '<b>wide'],
  ].map((text) => toRequest(text))
  requests.push(toRequest('leaf', { subject: 'law' }), toRequest('the', { page: 2, pageSize: 2 }))
  for (const request of requests)
    test(JSON.stringify(request).slice(0, 80), async () => {
      assert.deepEqual(
        withoutTimes((await thread.search(request))?.page),
        withoutTimes(await inProcess.search(request)),
      )
    })
})

describe('results are cached', () => {
  test('for texts that parse to the same query, separately for each subject and page', async () => {
    const { library } = await prepare()
    assert.equal(await countSearches(() => library.search(toRequest('leaf light'))), 1)
    assert.equal(await countSearches(() => library.search(toRequest('  LEAF,light'))), 0)
    assert.equal(await countSearches(() => library.search(toRequest('"leaf light"'))), 1)
    assert.equal(await countSearches(() => library.search(toRequest('leaf light', { subject: 'law' }))), 1)
    assert.equal(await countSearches(() => library.search(toRequest('leaf light', { page: 2 }))), 1)
  })

  test('until a compile publishes something', async () => {
    const { temporary, library } = await prepare()
    const find = async () => (await library.search(toRequest('leaf')))?.questions.map(({ slug }) => slug).sort()
    assert.deepEqual(await find(), ['leaf', 'leaf-light'])
    temporary.write('biology/another.md', toQuestionFile('Another leaf?'))
    await temporary.compile()
    assert.equal(await countSearches(async () => assert.deepEqual(await find(), ['another', 'leaf', 'leaf-light'])), 1)
  })

  test('and concurrent requests share one search', async () => {
    const { library } = await prepare()
    const ask = () => library.search(toRequest('leaf'))
    assert.equal(await countSearches(() => Promise.all([ask(), ask(), ask()])), 1)
  })

  test('and a page’s reads are recorded, whether or not the result was cached', async () => {
    const { library } = await prepare()
    for (let visit = 0; visit < 2; visit += 1) {
      const { reads } = await recordReads(() => library.search(toRequest('leaf')))
      assert.deepEqual([...reads.keys], ['list all ', 'list subjects '])
      assert.equal(reads.sequence, (await library.readState()).sequence)
    }
  })
})

test('if too many searches wait, another is refused, and the request learns of it', async () => {
  const { thread, library } = await prepare()
  const waiting = Array.from({ length: 32 }, (_, index) => thread.search(toRequest(`leaf ${index}`)))
  assert.equal(await thread.search(toRequest('light')), undefined)
  assert.ok((await Promise.all(waiting)).every((searched) => searched?.page.questions.length))
  assert.ok((await thread.search(toRequest('light')))?.page.questions.length, 'later ones are accepted again')
  await chargeSearches(
    () => undefined,
    async () => {
      const asked = Array.from({ length: 40 }, (_, index) => library.search(toRequest(`light ${index}`)))
      const pages = await Promise.all(asked)
      assert.equal(pages.filter((page) => page === undefined).length, 8)
      assert.ok(wasSearchRefused())
    },
  )
})

test('if a thread exits, its searches fail with the reason, and the next search starts another thread', async () => {
  const temporary = new TemporaryLibrary(files)
  const thread = new SearchThread(workerFile, { contentDb: temporary.dbFile })
  await assert.rejects(thread.search(toRequest('leaf')), /^Error: There is no content store at /)
  await temporary.compile()
  assert.equal((await thread.search(toRequest('leaf')))?.page.total, 2)
})

test('a rebuilt store is searched instead of the old one', async () => {
  const { temporary, thread } = await prepare()
  const before = (await thread.search(toRequest('leaf')))?.page.state.store
  rmSync(temporary.dbFile)
  temporary.write('biology/another.md', toQuestionFile('Another leaf?'))
  await temporary.compile()
  let page = (await thread.search(toRequest('leaf')))?.page
  for (let look = 0; look < 300 && page?.state.store === before; look += 1) {
    await setTimeout(100)
    page = (await thread.search(toRequest('leaf')))?.page
  }
  assert.equal(page?.total, 3)
})
