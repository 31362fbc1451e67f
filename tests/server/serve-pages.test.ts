import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { after, mock, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { askNext, type Handle } from '@/lib/server/ask-next'
import { renderingLimits, renderingTimeout } from '@/lib/server/limits'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

const capacity = renderingLimits.places + renderingLimits.waiting
const library = new TemporaryLibrary(
  Object.fromEntries(
    Array.from({ length: capacity + 20 }, (_, index) => [`law/q${index}.md`, toQuestionFile(`${index}?`)]),
  ),
)
await library.compile()

// The server reads the build below its working folder.
mkdirSync(path.join(library.root, '.next/static'), { recursive: true })
writeFileSync(path.join(library.root, '.next/browser-script.json'), '{"src":"/a.js"}')
process.chdir(library.root)
const { createServer } = await import('@/lib/server/create-server')
const { servePages } = await import('@/lib/server/serve-pages')

/** Stands in for Next: it renders a page when the test says so. */
const begun = new Map<string, () => void>()
const handle: Handle = async ({ url = '' }, response) => {
  await new Promise<void>((resolve) => begun.set(url, resolve))
  response.setHeader('content-type', 'text/html')
  response.setHeader('vary', 'rsc, next-router-state-tree')
  response.end(`<html><head></head><body>${url}<footer></footer></body></html>`)
}
const respond = await servePages(
  (url, passed) => askNext(handle, url, passed),
  async () => ({ status: 200, headers: {}, body: Buffer.from('found') }),
  library.openLibrary(),
)
const server = createServer(respond).listen(0)
after(() => {
  server.closeAllConnections()
  server.close()
})
await once(server, 'listening')

/** Requests that have arrived and are not answered. */
let open = 0
server.on('request', (_, response) => {
  open += 1
  response.once('close', () => {
    open -= 1
  })
})
const waitForOpen = async (count: number) => {
  while (open !== count) await sleep(5)
}

const url = `http://localhost:${(server.address() as AddressInfo).port}`
const at = (index: number) => `/learn/law/questions/q${index}`
const get = (address: string, signal?: AbortSignal) => fetch(url + address, signal && { signal })

/** Waits until this many renderings are in progress. */
async function waitForBegun(count: number) {
  while (begun.size !== count) await sleep(5)
}

function renderOne(): string {
  const [[address, render] = ['', () => {}]] = begun
  begun.delete(address)
  render()
  return address
}

/** Renders until all answers have arrived, and returns the addresses in the order of rendering. */
async function renderAll(answers: Promise<Response[]>): Promise<string[]> {
  const rendered: string[] = []
  let isDone = false
  answers.then(() => {
    isDone = true
  })
  while (!isDone) {
    if (begun.size > 0) rendered.push(renderOne())
    await sleep(1)
  }
  return rendered
}

test('a few are rendered at a time, some wait, more get 503; cached pages and health checks wait for nothing', async () => {
  const cached = get(at(0))
  await waitForBegun(1)
  renderOne()
  assert.equal((await cached).headers.get('x-cache'), 'MISS')

  const asked = Array.from({ length: capacity }, (_, index) => get(at(index + 1)))
  await waitForBegun(renderingLimits.places)
  await waitForOpen(capacity)
  const refused = await get(at(capacity + 1))
  assert.equal(refused.status, 503)
  assert.equal(refused.headers.get('retry-after'), '5')
  assert.match(refused.headers.get('content-security-policy') ?? '', /default-src 'none'/)
  assert.match(await refused.text(), /<h1>Too many visitors<\/h1>/)
  assert.equal((await get('/feed.xml')).status, 503)
  assert.equal((await get(at(0))).headers.get('x-cache'), 'HIT')
  assert.equal((await get('/api/health')).status, 200)
  assert.equal(await (await get('/api/search?q=a')).text(), 'found')
  assert.equal(begun.size, renderingLimits.places)

  // Another request for a page that is already waiting takes no place.
  const answers = Promise.all([...asked, get(at(capacity))])
  assert.deepEqual((await renderAll(answers)).length, capacity)
  assert.deepEqual([...new Set((await answers).map(({ status }) => status))], [200])
})

test('disconnecting while waiting frees the place, unless somebody else waits for the same page', async () => {
  const given = new AbortController()
  const first = Array.from({ length: renderingLimits.places }, (_, index) => get(at(capacity + 3 + index)))
  await waitForBegun(renderingLimits.places)
  const broken = [at(capacity + 1), at(capacity + 2)].map((address) =>
    get(address, given.signal).catch(() => 'broken off'),
  )
  const shared = get(at(capacity + 2))
  await waitForOpen(renderingLimits.places + 3)
  given.abort()
  assert.deepEqual(await Promise.all(broken), ['broken off', 'broken off'])
  await waitForOpen(renderingLimits.places + 1)
  const answers = Promise.all([...first, shared])
  const rendered = await renderAll(answers)
  assert.deepEqual([...new Set((await answers).map(({ status }) => status))], [200])
  assert.deepEqual(rendered.slice(renderingLimits.places), [at(capacity + 2)])
})

// Node's mock timers cannot be set like this before 20.11.
const skip = !('setTime' in mock.timers)

test('renderings that hang lose their places after a while; their visitors get 503', { skip }, async () => {
  mock.timers.enable({ apis: ['setTimeout'] })
  const hanging = Array.from({ length: renderingLimits.places }, (_, index) => get(at(capacity + 10 + index)))
  await waitForBegun(renderingLimits.places)
  const [[hung = ''] = []] = begun
  const waiting = get(at(capacity + 9))
  await waitForOpen(renderingLimits.places + 1)
  mock.timers.tick(renderingTimeout - 1)
  assert.equal(open, renderingLimits.places + 1)
  mock.timers.tick(1)
  for (const refused of await Promise.all(hanging)) {
    assert.deepEqual([refused.status, refused.headers.get('retry-after')], [503, '5'])
    assert.match(await refused.text(), /<h1>Not ready<\/h1>/)
  }
  await waitForBegun(renderingLimits.places + 1)
  begun.get(at(capacity + 9))?.()
  assert.equal((await waiting).status, 200)

  // A page that hung is rendered again on the next request.
  mock.timers.reset()
  begun.clear()
  const again = get(hung)
  await waitForBegun(1)
  renderOne()
  assert.equal((await again).status, 200)
})
