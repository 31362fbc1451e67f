import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { findFreePort } from '../free-port'
import { launchBrowser } from './browser'

const worker = readFileSync('public/service-worker.js')
const megabyte = 1_000_000

/** What the server waits for before it responds. */
let released = Promise.resolve()
/** The body of its responses. */
let [status, version] = [200, 'first']

/** The site's service worker, with pages of the size named in their address. */
const server = createServer(async ({ url = '/' }, response) => {
  await released
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  const isWorker = pathname === '/service-worker.js'
  const size = Number(/(\d+)mb/.exec(pathname)?.[1] ?? 0) * megabyte
  response.writeHead(pathname === '/missing' ? 404 : status, {
    'content-type': isWorker ? 'text/javascript' : 'text/html',
  })
  response.end(isWorker ? worker : `<html lang="en"><body>${version}${searchParams}${'x'.repeat(size)}</body></html>`)
})
const port = await findFreePort()
server.listen(port)
after(() => {
  server.closeAllConnections()
  server.close()
})
const browser = await launchBrowser()

async function register(): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(`http://localhost:${port}/`)
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/service-worker.js')
    await navigator.serviceWorker.ready
  })
  return page
}

const list = (page: Page, name: string) =>
  page.evaluate(
    async (cache) => (await (await caches.open(cache)).keys()).map(({ url }) => new URL(url).pathname),
    name,
  )

/** Makes the worker cache pages or files, one after the other, and waits for the last one. */
async function keep(page: Page, paths: string[], cache: string) {
  await page.evaluate(async (keep) => {
    const { active } = await navigator.serviceWorker.ready
    active?.postMessage({ keep })
  }, paths)
  while (!(await list(page, cache)).includes(paths.at(-1) as string)) await page.waitForTimeout(50)
}

const number = (count: number, toPath: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => toPath(index))

test('200 pages are cached, and the oldest are evicted', async () => {
  const page = await register()
  // As the worker stores them, one after the other.
  await page.evaluate(async () => {
    const cache = await caches.open('pages')
    for (let index = 0; index < 200; index += 1)
      await cache.put(`/page-${index}`, new Response('x', { headers: { 'x-kept': String(index), 'x-size': '1' } }))
  })
  await keep(page, ['/page-1', '/new'], 'pages')
  while ((await list(page, 'pages')).length > 200) await page.waitForTimeout(50)
  const kept = new Set(await list(page, 'pages'))
  // The second was cached again, which makes it one of the newest.
  assert.deepEqual(
    number(200, (index) => `/page-${index}`).filter((path) => !kept.has(path)),
    ['/page-0'],
  )
  await page.context().close()
})

test('pages and files together are no more than 20 MB', async () => {
  const page = await register()
  await keep(
    page,
    number(6, (index) => `/page-${index}-5mb`),
    'pages',
  )
  await keep(
    page,
    number(5, (index) => `/_next/static/file-${index}-1mb.js`),
    'files',
  )
  const size = () =>
    page.evaluate(async () => {
      let bytes = 0
      for (const name of await caches.keys()) {
        const cache = await caches.open(name)
        for (const request of await cache.keys()) bytes += (await (await cache.match(request))?.blob())?.size ?? 0
      }
      return bytes
    })
  while ((await size()) > 20 * megabyte) await page.waitForTimeout(50)
  assert.deepEqual(
    await list(page, 'pages'),
    number(3, (index) => `/page-${index + 3}-5mb`),
  )
  assert.ok((await list(page, 'files')).length < 5)
  await page.context().close()
})

test('a page larger than the whole limit is not cached, nor is a missing one; the others stay', async () => {
  const page = await register()
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    active?.postMessage({ keep: ['/small', '/huge-17mb', '/missing', '/last'] })
  })
  while ((await list(page, 'pages')).join() !== '/small,/last') await page.waitForTimeout(50)
  await page.context().close()
})

test('on a slow connection the cached page is shown, and updated when the response arrives', async () => {
  const page = await register()
  await keep(page, ['/page'], 'pages')
  let release = () => {}
  released = new Promise((resolve) => {
    release = resolve
  })
  version = 'second'
  try {
    await page.goto(`http://localhost:${port}/page`)
    const shown = (await page.locator('body').textContent()) ?? ''
    assert.match(shown, /^Saved copy from .+: the connection is slow\.first$/)
  } finally {
    release()
  }
  const readKept = () => page.evaluate(async () => (await caches.match('/page'))?.text())
  while (!(await readKept())?.includes('second')) await page.waitForTimeout(50)
  await page.reload()
  assert.equal(await page.locator('body').textContent(), 'second')
  await page.context().close()
})

for (const broken of [500, 502, 503, 504])
  test(`a cached page is shown instead of a server error (${broken}), and is not overwritten`, async () => {
    const page = await register()
    await keep(page, ['/page'], 'pages')
    const kept = version
    ;[status, version] = [broken, 'error']
    try {
      await page.goto(`http://localhost:${port}/page`)
      const shown = (await page.locator('body').textContent()) ?? ''
      assert.match(shown, new RegExp(`^Saved copy from .+: the site is unavailable\\.${kept}$`))
      await page.goto(`http://localhost:${port}/not-kept`)
      assert.equal(await page.locator('body').textContent(), 'error')
    } finally {
      ;[status, version] = [200, kept]
    }
    await page.context().close()
  })
