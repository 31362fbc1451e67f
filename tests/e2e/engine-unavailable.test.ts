import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { publish } from '@/lib/postgres/publish'
import { startRowLog } from '@/lib/store/write/row-log'
import { findFreePort } from '../free-port'
import { createServer } from '../postgres/servers'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { startServer } from './site'

const toPath = (slug: string) => `/learn/law/questions/${slug}`

const slugs = ['cached', ...Array.from({ length: 12 }, (_, index) => `q${index}`)]
const library = new TemporaryLibrary(
  Object.fromEntries(slugs.map((slug) => [`law/${slug}.md`, toQuestionFile(`What is ${slug}?`)])),
)
await library.compile()
startRowLog(library.dbFile)
const postgres = await createServer()
await postgres.start()
const carryOver = () => publish({ url: postgres.url, dbFile: library.dbFile })
await carryOver()

const metricsPort = await findFreePort()

/** A server of the library in PostgreSQL; `store` is its fallback. */
async function start(store = '/nowhere/content.db', environment: Record<string, string> = {}) {
  const { url, server } = await startServer('/nowhere', store, { DATABASE_URL: postgres.url, ...environment })
  after(async () => {
    if (server.kill()) await once(server, 'exit')
  })
  const get = async (path: string) => {
    const response = await fetch(url + path)
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  return { get, awaitText: (path: string, text: string) => until(async () => (await get(path)).text.includes(text)) }
}

async function until(holds: () => Promise<boolean>) {
  while (!(await holds())) await sleep(20)
}

const readMetric = async (name: string) => {
  const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
  return metrics.match(new RegExp(`^${name} (.*)$`, 'm'))?.[1]
}

const alone = await start(undefined, { METRICS_PORT: String(metricsPort) })
const second = await start()
const beside = await start(library.dbFile)
const servers = [alone, second, beside]

async function edit(slug: string, title: string) {
  library.write(`law/${slug}.md`, toQuestionFile(title))
  await library.compile()
  assert.equal((await carryOver()).kind, 'changes')
}

test('an edit is shown by three servers', async (context) => {
  for (const { get } of servers) {
    assert.equal((await get(toPath('cached'))).status, 200)
    assert.equal((await get(toPath('cached'))).headers.get('x-cache'), 'HIT')
  }
  for (let time = 1; time <= 3; time += 1) {
    const title = `What is edit ${time}?`
    await edit('cached', title)
    const started = performance.now()
    await Promise.all(servers.map(({ awaitText }) => awaitText(toPath('cached'), title)))
    context.diagnostic(`visible on three servers after ${Math.round(performance.now() - started)} ms`)
  }
})

test('metrics and readiness name the engine', async () => {
  const ready = JSON.parse((await alone.get('/api/health/ready')).text)
  const { host } = new URL(postgres.url)
  assert.deepEqual([ready.state, ready.engine, ready.host], ['ready', 'postgres', host])
  assert.ok(ready.published.rows > 0)
  assert.equal(await readMetric('library_answering'), '1')
  assert.ok(Number(await readMetric('library_staleness_seconds')) < 5)
  assert.equal(await readMetric(`library_engine_info{engine="postgres",host="${host}"}`), '1')
  assert.ok(Number(await readMetric('library_published_rows')) > 0)
  assert.ok(Number(await readMetric('library_connections{state="total"}')) > 0)
  assert.equal(await readMetric('library_replayed_age_seconds'), 'Nan')
})

test('the engine hangs: a server reports that it is stale, and serves cached pages, while other pages wait', async () => {
  await postgres.freeze()
  const answered: string[] = []
  const ask = async (path: string) => {
    const { status } = await alone.get(path)
    answered.push(`${path} ${status}`)
  }
  const [cached, other] = [toPath('cached'), toPath('q11')]
  await Promise.all([ask(other), ask('/api/health/ready'), ask(cached)])
  assert.deepEqual(answered, [`${cached} 200`, '/api/health/ready 200', `${other} 503`])
  await postgres.thaw()
  await until(async () => (await alone.get(other)).status === 200)
})

test('the engine goes down and comes back: cached pages are always served, all else is 503 meanwhile, or from the fallback store', async (context) => {
  const cached: Record<string, number> = {}
  let isReading = true
  const reader = (async () => {
    while (isReading) {
      for (const { get } of servers) {
        const { status, headers } = await get(toPath('cached'))
        const key = `${status} ${headers.get('x-cache')}`
        cached[key] = (cached[key] ?? 0) + 1
      }
      await sleep(2)
    }
  })()
  await postgres.stop('SIGKILL')

  for (const path of [toPath('q0'), '/learn/law', '/search?q=tort', '/learn/law/nothing', '/about']) {
    const { status, headers, text } = await alone.get(path)
    assert.deepEqual([status, headers.get('retry-after'), headers.get('cache-control')], [503, '2', 'no-store'], path)
    assert.match(text, /<h1[^>]*>This page could not be shown<\/h1>/)
  }
  for (const path of ['/feed.xml', '/api/search?q=tort', `${toPath('q0')}.md`, '/sitemap.xml']) {
    const { status, headers, text } = await alone.get(path)
    assert.deepEqual([status, headers.get('retry-after')], [503, '5'], path)
    assert.match(text, /The library does not answer now/)
  }
  await until(async () => (await readMetric('library_answering')) === '0')
  assert.equal(await readMetric('library_compiled_seconds'), 'Nan')
  const stale = await alone.get('/api/health/ready')
  assert.deepEqual([stale.status, stale.text], [200, '{"state":"stale"}'])

  for (let time = 0; time < 2; time += 1) {
    const { status, headers, text } = await beside.get(toPath('q1'))
    assert.deepEqual(
      [status, headers.get('x-cache')],
      [200, 'MISS'],
      'responses from the fallback store are not cached',
    )
    assert.match(text, /What is q1\?/)
  }
  assert.match((await beside.get('/search?q=q1')).text, /What is <mark>q1<\/mark>/)
  assert.equal(JSON.parse((await beside.get('/api/health/ready')).text).engine, 'sqlite')

  const late = await start()
  assert.equal((await late.get(toPath('q2'))).status, 503)
  assert.equal((await late.get('/api/health/ready')).status, 503)

  const started = performance.now()
  await postgres.start()
  const came = performance.now()
  for (const { awaitText } of [...servers, late]) await awaitText(toPath('q3'), 'What is q3?')
  context.diagnostic(
    `PostgreSQL started in ${Math.round(came - started)} ms; pages of all servers ${Math.round(performance.now() - came)} ms later`,
  )
  isReading = false
  await reader
  assert.deepEqual(Object.keys(cached), ['200 HIT'])
  context.diagnostic(`all ${cached['200 HIT']} visits to a cached page were answered from the cache`)

  await edit('q1', 'What is q1, edited?')
  for (const { get, awaitText } of [...servers, late]) {
    await awaitText(toPath('q1'), 'What is q1, edited?')
    await until(async () => (await get(toPath('q1'))).headers.get('x-cache') === 'HIT')
  }
  assert.equal(await readMetric('library_answering'), '1')
  assert.equal(JSON.parse((await beside.get('/api/health/ready')).text).engine, 'postgres')
})
