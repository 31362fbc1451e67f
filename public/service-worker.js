// @ts-check
/// <reference lib="webworker" />

/**
 * Caches the pages of practised questions for use offline or on a slow connection. It is registered when a question is
 * first graded, and removed by "Forget everything".
 */
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self))

const limits = {
  pages: { entries: 200, bytes: 16_000_000 },
  files: { entries: 300, bytes: 4_000_000 },
}

/** @typedef {keyof typeof limits} Kind */

/** @param {string} path */
const isFile = (path) => path.startsWith('/_next/static/')

/** @param {string} path @returns {Kind} */
const toKind = (path) => (isFile(path) ? 'files' : 'pages')

worker.addEventListener('install', () => worker.skipWaiting())
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))

worker.addEventListener('message', (event) => {
  event.waitUntil(keepAll(event.data.keep))
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  if (isFile(pathname)) event.respondWith(answerFile(pathname, request))
  else if (request.mode === 'navigate')
    event.respondWith(answerPage(pathname, request, (work) => event.waitUntil(work)))
})

/** @param {string[]} paths */
async function keepAll(paths) {
  for (const path of new Set(paths)) {
    const cache = await caches.open(toKind(path))
    if (isFile(path) && (await cache.match(path))) continue
    const response = await fetch(path)
    if (response.ok) await keep(path, response)
  }
}

/**
 * Stores a copy with its size and the time, and evicts the oldest beyond the limits.
 * @param {string} path
 * @param {Response} response
 */
async function keep(path, response) {
  const kind = toKind(path)
  const cache = await caches.open(kind)
  const body = await response.blob()
  const headers = new Headers(response.headers)
  // They describe the compressed body that was sent.
  headers.delete('content-encoding')
  headers.delete('content-length')
  headers.set('x-kept', String(Date.now()))
  headers.set('x-size', String(body.size))
  await cache.put(path, new Response(body, { headers }))
  await trim(cache, limits[kind])
}

/**
 * @param {Cache} cache
 * @param {{ entries: number, bytes: number }} limit
 */
async function trim(cache, limit) {
  const kept = []
  for (const request of await cache.keys()) {
    const headers = (await cache.match(request))?.headers
    kept.push({ request, at: Number(headers?.get('x-kept')), size: Number(headers?.get('x-size')) })
  }
  kept.sort((a, b) => b.at - a.at)
  let bytes = 0
  for (const [index, { request, size }] of kept.entries()) {
    // An entry larger than the space left is evicted, and does not count against the others.
    if (index >= limit.entries || bytes + size > limit.bytes) await cache.delete(request)
    else bytes += size
  }
}

/**
 * Files of a build never change.
 * @param {string} path
 * @param {Request} request
 */
async function answerFile(path, request) {
  const kept = await (await caches.open('files')).match(path)
  if (kept) return kept
  const response = await fetch(request)
  if (response.ok) await keep(path, response.clone())
  return response
}

/** How many milliseconds to wait for the server's response before a cached page is shown instead. */
const patience = 4000

/**
 * A page from the server; if there is no connection, it is too slow, or the server fails, the cached page with a notice that
 * says so. A cached page is updated however late the response comes.
 * @param {string} path
 * @param {Request} request
 * @param {(work: Promise<unknown>) => void} wait
 */
async function answerPage(path, request, wait) {
  const cache = await caches.open('pages')
  const kept = await cache.match(path)
  if (!kept) return fetch(request)
  // Bypass the browser's HTTP cache: a stale page from there would be shown without a notice.
  const answer = fetch(new Request(request, { cache: 'no-cache' }))
  const update = answer.then((response) => response.ok && keep(path, response.clone()))
  wait(update.catch(() => undefined))
  try {
    const response = await Promise.race([answer, lateness()])
    if (!response) return sayItIsSaved(kept, 'the connection is slow')
    return response.status < 500 ? response : sayItIsSaved(kept, 'the site is unavailable')
  } catch {
    return sayItIsSaved(kept, 'there is no connection')
  }
}

/** @returns {Promise<undefined>} */
const lateness = () => new Promise((resolve) => setTimeout(resolve, patience))

/**
 * @param {Response} kept
 * @param {string} reason
 */
async function sayItIsSaved(kept, reason) {
  const html = await kept.text()
  const date = new Date(Number(kept.headers.get('x-kept')))
  const shown = date.toLocaleDateString(/<html lang="([\w-]+)"/.exec(html)?.[1], { dateStyle: 'long' })
  const line = `<p class="saved-copy" role="status">Saved copy from ${shown}: ${reason}.</p>`
  return new Response(
    html.replace(/<body[^>]*>/, (body) => body + line),
    { headers: kept.headers },
  )
}
