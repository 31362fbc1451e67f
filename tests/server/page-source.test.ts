import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { noteReads, readDay } from '@/lib/library/reads'
import { chargeSearches } from '@/lib/library/searches'
import { TookTooLong } from '@/lib/server/ask-next'
import { BoundedQueue, Refused } from '@/lib/server/bounded-queue'
import { ChangeLog } from '@/lib/server/change-log'
import { FileSource } from '@/lib/server/file-source'
import { Page } from '@/lib/server/page'
import { PageSource } from '@/lib/server/page-source'

const toQueues = () => ({
  renderings: new BoundedQueue('pages', { places: 2, waiting: 1 }),
  results: new BoundedQueue('results', { places: 1, waiting: 5 }),
  sheets: new BoundedQueue('sheets', { places: 1, waiting: 5 }),
  lost: new BoundedQueue('lost', { places: 1, waiting: 0 }),
})

const toState = (sequence: number) => ({ store: 'a', sequence })

test('a page of results is cached by its whole address until anything is published', async () => {
  const log = new ChangeLog()
  log.apply({ state: toState(1), keys: [] })
  let sequence = 1
  const rendered: string[] = []
  const render = async (url: string) => {
    rendered.push(url)
    noteReads(toState(sequence), ['list all '])
    return new Page(url.includes('busy') ? 503 : 200, { etag: url }, Buffer.from(url))
  }
  const pages = new PageSource(render, log, toQueues())
  const visitor = new AbortController().signal
  assert.equal(pages.findCached('/search?q=leaf'), undefined)
  assert.equal((await pages.getPage('/search?q=leaf', visitor)).cache, 'MISS')
  assert.equal(pages.findCached('/search?q=leaf')?.page.etag, '/search?q=leaf')
  assert.equal(pages.findCached('/search?q=light'), undefined)

  log.apply({ state: toState(2), keys: ['summary 7'] })
  assert.equal(pages.findCached('/search?q=leaf'), undefined)
  sequence = 2
  await pages.getPage('/search?q=leaf', visitor)
  assert.ok(pages.findCached('/search?q=leaf'))
  log.apply({ state: { store: 'b', sequence: 1 }, keys: undefined })
  assert.equal(pages.findCached('/search?q=leaf'), undefined)

  assert.equal((await pages.getPage('/search?q=busy', visitor)).page.status, 503)
  assert.equal(pages.findCached('/search?q=busy'), undefined)
  assert.deepEqual(rendered, ['/search?q=leaf', '/search?q=leaf', '/search?q=busy'])
})

test('a page that was read from another store than the server follows is shown, but not cached', async () => {
  const log = new ChangeLog()
  log.apply({ state: { store: 'new', sequence: 1 }, keys: undefined })
  let store = 'old'
  const render = async (url: string) => {
    noteReads({ store, sequence: 1 }, ['question 1'])
    return new Page(200, {}, Buffer.from(url))
  }
  const pages = new PageSource(render, log, toQueues())
  const visitor = new AbortController().signal
  for (const url of ['/learn/law', '/search?q=law']) {
    assert.equal((await pages.getPage(url, visitor)).page.status, 200)
    assert.equal(pages.findCached(url), undefined)
  }
  store = 'new'
  for (const url of ['/learn/law', '/search?q=law']) {
    await pages.getPage(url, visitor)
    assert.ok(pages.findCached(url))
  }
})

test('a page that depends on the day is valid for that day only', async () => {
  const render = async (url: string) =>
    new Page(200, {}, Buffer.from(`${url} on day ${url === '/about' ? '' : readDay()}`))
  const pages = new PageSource(render, new ChangeLog(), toQueues())
  const visitor = new AbortController().signal
  const day = 24 * 60 * 60 * 1000
  const now = mock.method(Date, 'now', () => 20_000 * day)
  const urls = ['/', '/search?q=law', '/about']
  for (const url of urls) await pages.getPage(url, visitor)
  now.mock.mockImplementation(() => 20_001 * day - 1)
  assert.deepEqual(
    urls.filter((url) => pages.findCached(url)),
    urls,
  )
  now.mock.mockImplementation(() => 20_001 * day)
  assert.deepEqual(
    urls.filter((url) => pages.findCached(url)),
    ['/about'],
  )
  assert.equal((await pages.getPage('/', visitor)).page.body.toString(), '/ on day 20001')
  now.mock.restore()
})

test('work that takes too long or fails is charged like work that succeeds', async () => {
  const render = async () => {
    await new Promise((resolve) => setTimeout(resolve, 5))
    throw new TookTooLong('No answer.')
  }
  const pages = new PageSource(render, new ChangeLog(), toQueues())
  const files = new FileSource(render, render, {
    ...toQueues(),
    searches: new BoundedQueue('searches', { places: 1, waiting: 1 }),
    pictures: new BoundedQueue('pictures', { places: 1, waiting: 1 }),
  })
  const visitor = new AbortController().signal
  const works: (() => Promise<unknown>)[] = [
    () => pages.getPage('/search?q=leaf', visitor),
    () => pages.getPage('/sheet?subject=law', visitor),
    () => pages.getLost('/lern', visitor),
    () => files.get('deck', '/deck.apkg?topic=law/torts', {}, visitor),
  ]
  for (const [index, work] of works.entries()) {
    const charged: number[] = []
    await assert.rejects(
      chargeSearches((ms) => charged.push(ms), work),
      TookTooLong,
    )
    assert.ok(charged.length === 1 && charged.every((ms) => ms > 0), `${index}: ${charged}`)
  }
})

test('suggestions for an unknown address are found once for all who wait, charged, and not cached', async () => {
  const rendered: string[] = []
  const render = async (url: string, status = 200) => {
    rendered.push(url)
    await new Promise((resolve) => setTimeout(resolve, 5))
    return new Page(url.includes('broken') ? 500 : status, {}, Buffer.from(url))
  }
  const pages = new PageSource(render, new ChangeLog(), toQueues())
  const visitor = new AbortController().signal
  const charged: number[] = []
  const look = async (path: string) => {
    // A place is freed only after answers that need none had their turn.
    await setImmediate()
    return chargeSearches(
      (ms) => charged.push(ms),
      () => pages.getLost(path, visitor),
    )
  }
  const [one, other] = await Promise.all([look('/lern'), look('/lern')])
  assert.deepEqual([one.page.status, one.page, rendered], [404, other.page, ['/lost?path=%2Flern']])
  await look('/lern')
  assert.equal(rendered.length, 2)
  assert.ok(charged.length === 2 && charged.every((ms) => ms > 0))
  assert.equal(pages.findCached('/lern'), undefined)
  assert.equal((await look('/broken')).page.status, 404)
  assert.equal(rendered.at(-1), '/learn/_not-found')
  await assert.rejects(Promise.all([look('/a'), look('/b')]), Refused)
})

test('pages of results are rendered one at a time, charged to their visitors, apart from other pages', async () => {
  let rendering = 0
  let max = 0
  const finish: (() => void)[] = []
  const render = async (url: string) => {
    if (url.includes('?')) max = Math.max(max, ++rendering)
    if (url.includes('?')) await new Promise<void>((resolve) => finish.push(resolve))
    rendering -= 1
    return new Page(200, {}, Buffer.from(url))
  }
  const pages = new PageSource(render, new ChangeLog(), toQueues())
  const visitor = new AbortController().signal
  const charged: number[] = []
  const find = (words: string) =>
    chargeSearches(
      (ms) => charged.push(ms),
      () => pages.getPage(`/search?q=${words}`, visitor),
    )
  const found = Promise.all(['leaf', 'light', 'law'].map(find))
  assert.equal((await pages.getPage('/learn/law', visitor)).page.status, 200)
  for (let done = 0; done < 3; done += 1) {
    while (finish.length === 0) await new Promise((resolve) => setTimeout(resolve, 1))
    finish.pop()?.()
  }
  assert.equal((await found).length, 3)
  assert.equal(max, 1)
  assert.equal(charged.length, 3)
  assert.ok(charged.every((ms) => ms > 0))
})
