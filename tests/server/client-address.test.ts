import assert from 'node:assert/strict'
import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { test } from 'node:test'
import { toClientAddress } from '@/lib/server/client-address'
import { toNetwork } from '@/lib/server/client-count'

const direct = '10.0.0.1'

function toRequest(forwarded?: string) {
  const request = new IncomingMessage(Object.defineProperty(new Socket(), 'remoteAddress', { value: direct }))
  if (forwarded !== undefined) request.headers['x-forwarded-for'] = forwarded
  return request
}

const cases: [proxies: number, forwarded: string | undefined, expected: string][] = [
  [0, undefined, direct],
  [0, '1.1.1.1', direct],
  [1, undefined, direct],
  [1, '', direct],
  [1, '1.1.1.1', '1.1.1.1'],
  [1, '9.9.9.9, 1.1.1.1', '1.1.1.1'],
  [1, '9.9.9.9,1.1.1.1 ', '1.1.1.1'],
  [2, '9.9.9.9, 1.1.1.1, 2.2.2.2', '1.1.1.1'],
  [2, '1.1.1.1', '1.1.1.1'],
  [9, '3.3.3.3, 2.2.2.2', '3.3.3.3'],
  [1, '203.0.113.7:4711', '203.0.113.7'],
  [1, '2001:db8::7', '2001:db8::7'],
  [1, '[2001:db8::7]', '2001:db8::7'],
  [1, '[2001:db8::7]:4711', '2001:db8::7'],
  [1, '9.9.9.9, [2001:db8::7]:4711', '2001:db8::7'],
  [1, 'unknown', 'unknown'],
]

for (const [proxies, forwarded, expected] of cases) {
  test(`behind ${proxies} proxies, X-Forwarded-For: ${forwarded} comes from ${expected}`, () => {
    assert.equal(toClientAddress(toRequest(forwarded), proxies), expected)
  })
}

test('addresses of one visitor count as one', () => {
  for (const [one, other] of [
    ['2001:db8::1', '2001:0DB8:0:0:ffff::2'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::ffff:cb00:7107', '203.0.113.7'],
    ['::1', '::2'],
  ] as const) {
    assert.equal(toNetwork(one), toNetwork(other), `${one} ${other}`)
  }
  for (const [one, other] of [
    ['2001:db8::1', '2001:db8:0:1::1'],
    ['203.0.113.7', '203.0.113.8'],
    ['unknown', '_hidden'],
  ] as const) {
    assert.notEqual(toNetwork(one), toNetwork(other), `${one} ${other}`)
  }
})
