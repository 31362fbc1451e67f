import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import type { Page } from '@/lib/server/page'
import { sendPage } from '@/lib/server/send-page'

const page: Page = {
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: Buffer.from(`<p>${Array.from({ length: 2_000 }, (_, index) => index).join(' ')}</p>`),
  encoded: new Map(),
}
const server = createServer((request, response) => sendPage(request, response, page, 'HIT')).listen(0)
after(() => server.close())
await once(server, 'listening')
const url = `http://localhost:${(server.address() as AddressInfo).port}`

test('a page is sent in the best encoding that is taken', async () => {
  for (const [accepted, expected] of [
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br ; q=0.0 , gzip', 'gzip'],
    ['br;q=0.5', 'br'],
    ['identity', null],
  ] as const) {
    const response = await fetch(url, { headers: { 'accept-encoding': accepted } })
    assert.equal(response.headers.get('content-encoding'), expected, accepted)
    assert.equal(await response.text(), page.body.toString())
  }
})

test('what is kept of a compressed page holds no memory but its own', async () => {
  assert.equal(page.encoded.size, 2)
  for (const encoded of page.encoded.values()) {
    const { byteLength, buffer } = await encoded
    assert.ok(byteLength > 1_000 && buffer.byteLength < byteLength + 8_192, `${byteLength} of ${buffer.byteLength}`)
  }
})
