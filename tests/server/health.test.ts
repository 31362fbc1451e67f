import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import type { Library } from '@/lib/library/library'
import { ChangeLog } from '@/lib/server/change-log'
import { createServer } from '@/lib/server/create-server'
import { answerHealth, livePath, readyPath } from '@/lib/server/health'
import { drain } from '@/lib/server/stop-on-signals'
import { prepareQueries } from '@/lib/store/read/queries'
import { SqliteLibrary } from '@/lib/store/read/sqlite-library'
import { openStoreToRead } from '@/lib/store/schema/open'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

/** A server that answers health checks of a library, and anything else with 404. */
async function serve(library: Library) {
  const log = new ChangeLog()
  log.apply({ state: { store: 'a', sequence: 1_000 }, keys: undefined })
  const server = createServer(async (request, response) => {
    if (!(await answerHealth({ library, log }, request, response))) response.writeHead(404).end()
  }).listen(0)
  after(() => server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const ask = async (path: string) => {
    const response = await fetch(`http://localhost:${port}${path}`)
    const body = await response.text()
    return { status: response.status, headers: response.headers, body: body && JSON.parse(body) }
  }
  return { server, ask }
}

test('a server that can read its library is live and ready, and says it is not for search engines or caches', async () => {
  const temporary = new TemporaryLibrary({ 'law/a.md': toQuestionFile('Why?') })
  await temporary.compile()
  const { ask } = await serve(temporary.openLibrary())
  assert.deepEqual((await ask(livePath)).body, { state: 'live' })
  const ready = await ask(`${readyPath}?x`)
  const { compiled, ...rest } = ready.body
  assert.deepEqual([ready.status, rest], [200, { state: 'ready', questions: 1, engine: 'sqlite' }])
  assert.ok(Math.abs(Date.parse(compiled) - Date.now()) < 600_000)
  assert.deepEqual([ready.headers.get('cache-control'), ready.headers.get('x-robots-tag')], ['no-store', 'noindex'])
  assert.equal((await ask('/api/health/other')).status, 404)
  const shown = { status: 'ok', questions: 1, compiled: '1970-01-01T00:00:01.000Z' }
  assert.deepEqual((await ask('/api/health')).body, shown, '`compiled` is that of what pages show, not of the store')
})

test('a server whose library cannot be read is live but not ready', async () => {
  const temporary = new TemporaryLibrary({ 'law/a.md': toQuestionFile('Why?') })
  await temporary.compile()
  const store = openStoreToRead(temporary.dbFile)
  const opened = { store, queries: prepareQueries(store) }
  const { ask } = await serve(new SqliteLibrary(() => opened))
  store.close()
  assert.equal((await ask(livePath)).status, 200)
  const ready = await ask(readyPath)
  assert.deepEqual([ready.status, ready.body], [503, { state: 'no library' }])
  assert.equal((await ask('/api/health')).status, 503)
})

test('a server that was told to stop is not ready, yet answers until load balancers know', async () => {
  const temporary = new TemporaryLibrary({ 'law/a.md': toQuestionFile('Why?') })
  await temporary.compile()
  const { server, ask } = await serve(temporary.openLibrary())
  const drained = drain(server, 500)
  const ready = await ask(readyPath)
  assert.deepEqual([ready.status, ready.body], [503, { state: 'stopping' }])
  const live = await ask(livePath)
  assert.deepEqual([live.status, live.headers.get('connection')], [200, 'close'])
  await drained
  await assert.rejects(ask(livePath))
})

test('a server that takes no new connections is not ready, on those that it still has', async () => {
  const temporary = new TemporaryLibrary({ 'law/a.md': toQuestionFile('Why?') })
  await temporary.compile()
  const { server } = await serve(temporary.openLibrary())
  const socket = connect((server.address() as AddressInfo).port)
  const [connection] = (await Promise.all([once(server, 'connection'), once(socket, 'connect')]))[0] as [Socket]
  socket.write(`GET ${readyPath} HTTP/1.1\r\n`)
  while (connection.bytesRead === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  const drained = drain(server, 0)
  socket.write('Host: localhost\r\n\r\n')
  assert.match(await text(socket), /^HTTP\/1\.1 503 .*\{"state":"stopping"\}/s)
  await drained
})
