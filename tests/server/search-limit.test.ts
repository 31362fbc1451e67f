import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { emptyLibrary } from '@/lib/library/empty'
import { chargeSearches, noteRefusedSearch, noteSearch } from '@/lib/library/searches'
import { provideLibrary } from '@/lib/library/slot'
import { SearchBudget } from '@/lib/server/search-budget'
import { answerSearch } from '@/lib/site/search-api'

process.env.SEARCH_MS_PER_MINUTE = '100'
process.env.TRUSTED_PROXIES = '1'
// Settings are read once, on the first import.
const { createServer } = await import('@/lib/server/create-server')
const { renderPage } = await import('@/lib/server/render-page')
const { isLimited, prepareSearchLimit } = await import('@/lib/server/search-limit')

test('servers share the counters of both searches and sheets, separately', () => {
  const opened: string[] = []
  prepareSearchLimit((options) => {
    opened.push(options.keyPrefix)
    return new RateLimiterMemory(options)
  })
  assert.deepEqual(opened, ['searches', 'ms', 'sheets', 'ms-of-sheets'])
})

test('a visitor may search until his time is spent, whatever others have left', async () => {
  const budget = new SearchBudget(1_000, 100, { percent: 50 })
  assert.equal(await budget.take(1), undefined)
  budget.charge(1, 98.5)
  assert.equal(await budget.take(1), undefined)
  budget.charge(1, 0.5)
  const refusal = await budget.take(1)
  assert.equal(refusal?.whose, 'visitor')
  assert.ok(refusal.seconds > 50 && refusal.seconds <= 60)
  assert.equal(await budget.take(2), undefined)
})

test('all visitors together may search half of the time', async () => {
  const budget = new SearchBudget(1_000, 60_000, { percent: 50 })
  for (let visitor = 0; visitor < 10; visitor += 1) budget.charge(visitor, 100)
  const refusal = await budget.take(11)
  assert.equal(refusal?.whose, 'everybody')
  assert.ok(refusal.seconds >= 1 && refusal.seconds <= 2)
})

test('a visitor’s number of searches is limited, even if they take no time', async () => {
  const budget = new SearchBudget(2, 100, { percent: 50 })
  const refusals = [await budget.take(1), await budget.take(1), await budget.take(1), await budget.take(2)]
  assert.deepEqual(
    refusals.map((refusal) => refusal?.whose),
    [undefined, undefined, 'visitor', undefined],
  )
})

test('the server answers 429 once the time for searches is spent, and says when to retry', async () => {
  const limitSearch = prepareSearchLimit()
  const server = createServer((request, response) => {
    assert.ok(isLimited(request))
    return limitSearch(request, response, async () => {
      noteSearch(60)
      response.end('found')
    })
  }).listen(0)
  after(() => server.close())
  await once(server, 'listening')
  const ask = (path: string, address: string) =>
    fetch(`http://localhost:${(server.address() as AddressInfo).port}${path}`, {
      headers: { 'x-forwarded-for': address },
    })
  assert.equal((await ask('/search?q=a', '192.0.2.1')).status, 200)
  assert.equal((await ask('/%73earch?q=b', '192.0.2.1')).status, 200)
  const page = await ask('/search?q=c', '192.0.2.1')
  assert.equal(page.status, 429)
  assert.match(await page.text(), /<h1>Too many searches<\/h1>/)
  const answer = await ask('/api/search?q=c', '192.0.2.1')
  assert.equal(answer.status, 429)
  const wait = Number(answer.headers.get('retry-after'))
  assert.deepEqual(await answer.json(), {
    error: `Too many searches came from your address. Please try again in ${wait} seconds.`,
  })
  assert.ok(wait > 50 && wait <= 60)
  assert.equal((await ask('/search?q=c', '192.0.2.2')).status, 200)
})

test('if too many searches wait, the API answers 503 and says when to retry', async () => {
  provideLibrary({ ...emptyLibrary, search: async () => undefined })
  const { status, headers, body } = await answerSearch('/api/search?q=leaf')
  assert.equal(status, 503)
  assert.equal(headers['retry-after'], '2')
  assert.equal(headers['cache-control'], 'no-store')
  assert.deepEqual(JSON.parse(body.toString()), {
    error: 'Too many searches are waiting. Please try again in a moment.',
  })
})

test('a page whose search was refused has the status 503', async () => {
  const render = (refuse: boolean) =>
    chargeSearches(
      () => undefined,
      () =>
        renderPage(
          async () => {
            if (refuse) noteRefusedSearch()
            return { status: 200, headers: {}, body: Buffer.from('<html><head></head></html>') }
          },
          '',
          '/search?q=leaf',
        ),
    )
  const page = await render(true)
  assert.equal(page.status, 503)
  assert.equal(page.headers[page.headers.indexOf('retry-after') + 1], '2')
  assert.equal(page.headers[page.headers.indexOf('cache-control') + 1], 'no-store')
  assert.equal((await render(false)).status, 200)
})
