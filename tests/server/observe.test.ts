import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { after, test } from 'node:test'
import { findFreePort } from '../free-port'

/**
 * A server whose /fail fails. /work is done in a queue with one place, where another may wait; /stuck never ends, and
 * takes the place. A search is charged 20 ms. Everything else is a page from the cache.
 */
const program = `import { emptyLibrary } from '@/lib/library/empty'
import { provideLibrary } from '@/lib/library/slot'
import { noteSearch } from '@/lib/library/searches'
import { settings } from '@/lib/core/settings'
import { BoundedQueue } from '@/lib/server/bounded-queue'
import { isLimited, prepareSearchLimit } from '@/lib/server/search-limit'
import { createServer } from '@/lib/server/create-server'
import { serveMetrics } from '@/lib/server/metrics'
const limitSearch = prepareSearchLimit()
provideLibrary(emptyLibrary)
if (settings.metricsPort) await serveMetrics(settings.metricsPort)
const queue = new BoundedQueue('pages', { places: 1, waiting: 1 })
const run = (work) => queue.run(work, new AbortController().signal)
createServer(async (request, response) => {
  if (isLimited(request)) return limitSearch(request, response, async () => {
    noteSearch(20)
    response.end()
  })
  if (request.url === '/work') await run(async () => {})
  if (request.url === '/stuck') run(() => new Promise(() => {})).catch(() => {})
  if (request.url.startsWith('/fail')) throw new Error('broken')
  response.writeHead(200, ['x-cache', 'HIT', 'content-length', '2']).end('ok')
}).listen(settings.port, () => console.log('{"msg":"ready"}'))`

type Line = Record<string, unknown>

/** That server under the given settings, a function that requests from it, and one that reads its next line of output. */
async function serve(environment: Record<string, string> = {}) {
  const port = await findFreePort()
  const args = ['--import', 'tsx', '--conditions=react-server', '--input-type=module', '--eval', program]
  const server = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: String(port), ...environment },
  })
  after(() => server.kill())
  const lines = createInterface(server.stdout)[Symbol.asyncIterator]()
  const nextLine = async () => JSON.parse((await lines.next()).value) as Line
  assert.deepEqual(await nextLine(), { msg: 'ready' })
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`http://localhost:${port}${path}`, { headers })
    await response.text()
    return { status: response.status, id: response.headers.get('x-request-id') }
  }
  return { ask, nextLine }
}

test('a failed request is logged with path, time and its id, and nothing about the visitor', async () => {
  const { ask, nextLine } = await serve()
  assert.deepEqual(await ask('/page'), { status: 200, id: null })
  const { status, id } = await ask('/fail/here?q=secret', { 'user-agent': 'secret', cookie: 'secret' })
  assert.equal(status, 500)
  const line = await nextLine()
  const { err, time, ...rest } = line
  assert.deepEqual(rest, { level: 'error', id, method: 'GET', path: '/fail/here', msg: 'A request failed.' })
  assert.ok(Math.abs(Date.parse(String(time)) - Date.now()) < 60_000)
  assert.match((err as Line).stack as string, /^Error: broken\n/)
  assert.doesNotMatch(JSON.stringify(line), /secret|127\.0\.0\.1|::1/)
})

test('a proxy’s request id is returned; one that could forge a log line is not', async () => {
  const { ask } = await serve()
  assert.equal((await ask('/page', { 'x-request-id': 'proxy-1234.a_b' })).id, 'proxy-1234.a_b')
  for (const forged of ['short', 'a"b":1,"level"', 'x'.repeat(65), 'with spaces here']) {
    assert.match((await ask('/page', { 'x-request-id': forged })).id ?? '', /^[0-9a-f]{8}-[0-9a-f-]{27}$/, forged)
  }
})

test('LOG_REQUESTS adds a line for each request, LOG_ADDRESSES the address that the proxies report', async () => {
  const { ask, nextLine } = await serve({ LOG_REQUESTS: 'on', LOG_ADDRESSES: 'on', TRUSTED_PROXIES: '1' })
  const { id } = await ask('/page?q=secret', { 'x-forwarded-for': '203.0.113.7' })
  const { time, ms, ...rest } = await nextLine()
  const page = { method: 'GET', path: '/page', address: '203.0.113.7', status: 200, cache: 'HIT' }
  assert.deepEqual(rest, { level: 'info', id, ...page })
  assert.ok(typeof ms === 'number' && typeof time === 'string')
})

test('metrics count what was rendered, waits and was refused, and the time of searches', async () => {
  const metricsPort = await findFreePort()
  const { ask } = await serve({ METRICS_PORT: String(metricsPort), SEARCHES_PER_MINUTE: '2' })
  const paths = ['/work', '/work', '/stuck', '/stuck', '/stuck', '/search?q=a', '/search?q=b', '/search?q=c']
  for (const path of paths) await ask(path)
  const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
  const values = [
    'renderings_total{queue="pages"} 2',
    'renderings_seconds_count{queue="pages"} 2',
    'renderings_waiting{queue="pages"} 1',
    'renderings_refused_total{queue="pages"} 1',
    'searches_total 2',
    'searches_seconds_sum 0.04',
    'searches_refused_total{whose="visitor"} 1',
  ]
  const lines = metrics.split('\n')
  assert.deepEqual(
    values.filter((value) => !lines.includes(value)),
    [],
    metrics,
  )
})

test('metrics count requests by kind, status and cache, and can only be read on this machine', async () => {
  const metricsPort = await findFreePort()
  const { ask } = await serve({ METRICS_PORT: String(metricsPort) })
  for (const path of ['/page', '/page', '/fail', '/api/health/live', '/api/health/ready', '/api/health'])
    await ask(path)
  const response = await fetch(`http://127.0.0.1:${metricsPort}/metrics`)
  assert.match(response.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/)
  const metrics = await response.text()
  assert.match(metrics, /^http_requests_total\{kind="page",status="200",cache="HIT"\} 2$/m)
  assert.match(metrics, /^http_requests_total\{kind="file",status="500",cache=""\} 1$/m)
  assert.match(metrics, /^http_requests_total\{kind="health",status="200",cache="HIT"\} 3$/m)
  for (const name of [
    'page_cache_bytes',
    'page_cache_pages',
    'library_compiled_seconds',
    'library_age_seconds',
    'process_resident_memory_bytes',
    'nodejs_eventloop_lag_p99_seconds',
  ]) {
    assert.match(metrics, new RegExp(`^${name} [\\d.e+-]+$`, 'm'), name)
  }
  assert.equal((await fetch(`http://127.0.0.1:${metricsPort}/other`)).status, 404)
  await assert.rejects(fetch(`http://[::1]:${metricsPort}/metrics`))
})
