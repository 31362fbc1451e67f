import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { Page } from '@/lib/server/page'
import { sendPage } from '@/lib/server/send-page'

const page = new Page(
  200,
  { 'content-type': 'text/html; charset=utf-8', etag: 'W/"a-tag"' },
  Buffer.from(`<p>${Array.from({ length: 2_000 }, (_, index) => index).join(' ')}</p>`),
)
const found = { page, cache: 'HIT' } as const
const server = createServer((request, response) => sendPage(request, response, found, false)).listen(0)
after(() => server.close())
await once(server, 'listening')
const url = `http://localhost:${(server.address() as AddressInfo).port}`

const encodings: [accepted: string, encoding: string | null][] = [
  ['gzip, deflate, br', 'br'],
  ['gzip', 'gzip'],
  ['GZIP', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br ; q=0.0 , gzip', 'gzip'],
  ['br;q=0.1, gzip;q=1', 'gzip'],
  ['br;q=0.5', 'br'],
  ['*', 'br'],
  ['*, br;q=0', 'gzip'],
  ['identity;q=0, *', 'br'],
  ['identity;q=0, gzip', 'gzip'],
  ['identity', null],
  ['identity, gzip;q=0.5', null],
  ['deflate', null],
  ['x-brotli, gzipped', null],
  ['br;q=nonsense', null],
  ['', null],
]

for (const method of ['GET', 'HEAD']) {
  for (const [accepted, expected] of encodings) {
    test(`${method} with Accept-Encoding: ${accepted} gives ${expected ?? 'no encoding'}`, async () => {
      const response = await fetch(url, { method, headers: { 'accept-encoding': accepted } })
      assert.equal(response.status, 200)
      assert.equal(response.headers.get('content-encoding'), expected)
      assert.equal(response.headers.get('vary'), 'Accept-Encoding')
      assert.equal(Number(response.headers.get('content-length')) < page.body.length, expected !== null)
      assert.equal(await response.text(), method === 'GET' ? page.body.toString() : '')
    })
  }
}

test('a client that names no encoding gets none', async () => {
  const [response] = (await once(get(url), 'response')) as [IncomingMessage]
  assert.equal(response.headers['content-encoding'], undefined)
  assert.equal(await text(response), page.body.toString())
})

for (const accepted of ['identity;q=0', '*;q=0', 'zstd, *;q=0', 'br;q=0, gzip;q=0, identity;q=0']) {
  test(`a client that accepts no encoding of ours (${accepted}) is told so`, async () => {
    const response = await fetch(url, { headers: { 'accept-encoding': accepted } })
    assert.equal(response.status, 406)
    assert.match(await response.text(), /br, gzip and identity/)
  })
}

const conditions: [condition: string, status: number][] = [
  ['W/"a-tag"', 304],
  ['"a-tag"', 304],
  ['"x", W/"a-tag"', 304],
  ['*', 304],
  ['"x"', 200],
  ['a-tag', 200],
  ['"a-tag-and-more"', 200],
  ['W/"x", *', 200],
]

for (const [condition, status] of conditions) {
  test(`If-None-Match: ${condition} is answered with ${status}`, async () => {
    for (const method of ['GET', 'HEAD']) {
      const response = await fetch(url, { method, headers: { 'if-none-match': condition } })
      assert.equal(response.status, status)
      assert.equal(response.headers.get('etag'), 'W/"a-tag"')
      if (status === 304) assert.equal(await response.text(), '')
    }
  })
}

test('a page keeps no larger buffer in memory, however small it is', async () => {
  for (const length of [100, 3_000, 20_000, 100_000]) {
    const some = new Page(200, { 'content-type': 'text/html' }, Buffer.from('x'.repeat(length)))
    for (const encoding of ['br', 'gzip', 'identity'] as const) {
      const { body } = await some.encode(encoding)
      assert.equal(body.buffer.byteLength, body.length, `${encoding} of ${length} bytes`)
    }
  }
})
