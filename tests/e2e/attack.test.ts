import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { startSite } from './site'

const questions = 75
const library = new TemporaryLibrary({
  ...Object.fromEntries(
    Array.from({ length: questions }, (_, index) => [
      `law/q${index}.md`,
      toQuestionFile(`Why ${index}?`, {}, 'Because of **this**. '.repeat(200)),
    ]),
  ),
  'law/heat.md': toQuestionFile('Heat?'),
})
const site = await startSite(library.contentDir, {
  SITE_URL: 'https://learn.example.org',
  SEARCHES_PER_MINUTE: '100000',
})
const port = Number(new URL(site.url).port)
const at = (slug: string) => `/learn/law/questions/${slug}`
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(site.url + path, { redirect: 'manual', headers })

/** Sends raw bytes, and returns what comes back until the connection is closed. */
async function send(lines: string[]) {
  const socket = connect(port, 'localhost')
  socket.write(`${lines.join('\r\n')}\r\n\r\n`)
  return text(socket)
}

async function assertAnswered() {
  const [cached, health] = await Promise.all([get(at('heat')), get('/api/health')])
  assert.equal(cached.headers.get('x-cache'), 'HIT')
  assert.equal((await health.json()).status, 'ok')
  await cached.text()
}

test('60,000 requests whose responses nobody reads do not affect others', async () => {
  await (await get(at('heat'))).text()
  const request = `GET ${at('heat')} HTTP/1.1\r\nHost: a\r\n\r\n`
  const sockets = Array.from({ length: 25 }, () => connect(port, 'localhost').on('error', () => {}))
  for (const socket of sockets) socket.write(request.repeat(2_400))
  await assertAnswered()
  for (const socket of sockets) socket.destroy()
  await assertAnswered()
})

test('more different pages, files and searches than can be rendered: some are refused, cached ones never', async () => {
  const paths = Array.from({ length: questions }, (_, index) => [
    at(`q${index}`),
    `${at(`q${index}`)}.md`,
    `/search?q=why+${index}`,
    `/api/search?q=why+${index}`,
  ]).flat()
  // Connected beforehand, so that all requests are simultaneous, however busy the machine is.
  const sockets = paths.map(() => connect(port, 'localhost'))
  await Promise.all(sockets.map((socket) => once(socket, 'connect')))
  const asked = sockets.map((socket, index) => {
    socket.write(`GET ${paths[index]} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
    return text(socket)
  })
  await assertAnswered()
  const answers = await Promise.all(asked)
  await assertAnswered()
  const refused = answers.filter((answer) => answer.startsWith('HTTP/1.1 503 '))
  const answered = answers.filter((answer) => answer.startsWith('HTTP/1.1 200 '))
  assert.equal(refused.length + answered.length, paths.length)
  assert.ok(refused.length > 0 && answered.length >= 64, `${answered.length} answered`)
  for (const answer of refused) {
    assert.match(answer, /\r\nretry-after: 5\r\n/)
    assert.match(answer, /\r\ncache-control: no-store\r\n/)
    assert.match(answer, /\r\ncontent-security-policy: default-src 'none'/)
    assert.match(answer, /{"error":"The server has more requests|<h1>Too many visitors<\/h1>/)
    assert.ok(answer.length < 1_500, answer)
  }
  const again = await get(at(`q${questions - 1}`))
  assert.equal(again.status, 200)
  assert.match(await again.text(), /<\/html>$/)
})

/** Addresses that Next would answer itself, or not at all. */
const notNext = [
  '/api',
  '/api/%73earch',
  '/api/search/',
  '/api/no/such',
  '/api/dev',
  '/api/markdown/law/heat',
  '/_next',
  '/_next/static/no-such.js',
  '/_next/static/chunks',
  '/_next/image?url=%2Fimages%2Fsite.png&w=640&q=75',
  '/_next/data/x/learn.json',
  '/images/no-such',
  '/images/questions/law/no-such.png',
  '/sitemap-nothing-0.xml',
]

for (const path of notNext) {
  test(`${path}: a small response of our own`, async () => {
    const response = await get(path)
    const body = await response.text()
    assert.equal(response.status, 404)
    assert.ok(body.length < 500, body)
    assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/)
    assert.equal(response.headers.get('x-robots-tag'), 'noindex')
    assert.match(response.headers.get('cache-control') ?? '', /s-maxage=60\b/)
  })
}

const files = ['/robots.txt', '/feed.xml', '/sitemap.xml', `${at('heat')}.md`, '/manifest.webmanifest', '/icon.svg']

for (const path of files) {
  test(`${path}: request headers of Next's router have no effect`, async () => {
    const plain = await get(path)
    const asked = await get(path, {
      rsc: '1',
      'next-router-prefetch': '1',
      'next-router-state-tree': '%5B%22%22%5D',
      'next-url': '/learn',
      'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy',
      'x-nextjs-data': '1',
      'x-invoke-path': '/about',
      'x-matched-path': '/about',
    })
    assert.deepEqual([plain.status, asked.status], [200, 200])
    assert.equal(await asked.text(), await plain.text())
    for (const response of [plain, asked]) {
      assert.equal(response.headers.get('vary'), 'Accept-Encoding')
      assert.deepEqual(
        [...response.headers.keys()].filter((name) => /next|middleware|powered/.test(name)),
        [],
      )
    }
  })
}

test('a request with two Host headers or an impossible one gets 400; Node itself refuses one without', async () => {
  for (const hosts of [['Host: learn.example.org', 'Host: a'], ['Host: a/b'], []]) {
    assert.match(await send([`GET ${at('heat')} HTTP/1.1`, ...hosts]), /^HTTP\/1\.1 400 /, hosts.join())
  }
})

test('a proxy that does not pass the Host header is reported once, in the server’s log', async () => {
  let logged = ''
  site.server.stdout?.on('data', (data) => {
    logged += data
  })
  for (let count = 0; count < 3; count += 1) await (await get('/about', { 'x-forwarded-for': '203.0.113.7' })).text()
  if (!logged) await once(site.server.stdout as NodeJS.ReadableStream, 'data')
  assert.equal(logged.match(/Every page says noindex.*SITE_URL.*proxy_set_header Host/g)?.length, 1)
})

// After the test above, which needs that no request has named the site's host yet.
/** The status and the headers that identify the response to a request with this request line. */
async function askLine(line: string, host: string) {
  const answer = await send([`${line} HTTP/1.1`, `Host: ${host}`, 'Connection: close'])
  const [head = '', body] = answer.split('\r\n\r\n')
  const named = head.split('\r\n').filter((header) => /^(?:HTTP|location|x-robots-tag|content-type|allow)/.test(header))
  return { named, body: body?.replace(/"tookMs":[\d.]+/, ''), cache: /^x-cache: (.*)$/m.exec(head)?.[1]?.trim() }
}

/** Requests in origin form to repeat in absolute form. */
const targets = [
  'GET /learn',
  `GET ${at('heat')}`,
  `HEAD ${at('heat')}`,
  `GET ${at('heat')}/`,
  'GET /Learn?page=1',
  'GET /robots.txt',
  'GET /api/health/live',
  'GET /api/search?q=heat',
  'GET /a/../search',
  'GET /%2e%2e/%2e%2e/etc/passwd',
  'GET /images/%2e%2e/%2e%2e/package.json',
  'GET /nowhere%0aat-all',
  'OPTIONS /learn',
  'POST /learn',
]

for (const target of targets) {
  test(`${target} is answered the same in absolute form, whatever its header says`, async () => {
    const [method, path] = target.split(' ')
    for (const host of ['learn.example.org', 'other.example.org']) {
      const plain = await askLine(target, host)
      const absolute = await askLine(`${method} hTTps://${host}${path}`, 'a')
      assert.deepEqual([absolute.named, absolute.body], [plain.named, plain.body])
      if (plain.cache === 'HIT') assert.equal(absolute.cache, 'HIT')
    }
  })
}

for (const line of ['GET http:///x', 'GET http://user@host/', 'GET http://[::1/', 'GET *', 'GET file:///etc/passwd']) {
  test(`${line} gets 400`, async () => {
    assert.match((await askLine(line, 'learn.example.org')).named.join(), /^HTTP\/1\.1 400 /)
  })
}
