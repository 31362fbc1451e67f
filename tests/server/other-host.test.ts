import assert from 'node:assert/strict'
import { mock, test } from 'node:test'

process.env.SITE_URL = 'https://learn.example.org'
const { log } = await import('@/lib/core/log')
const { isOtherHost } = await import('@/lib/server/other-host')

const proxied = { host: 'upstream', 'x-forwarded-for': '203.0.113.7' }

test('a proxy that does not pass the host is reported once, until the right host arrives', () => {
  const warn = mock.method(log, 'warn', () => {})
  assert.equal(isOtherHost({ host: 'localhost:3000' }), true)
  assert.equal(warn.mock.callCount(), 0, 'nobody came through a proxy')
  for (let count = 0; count < 3; count += 1) assert.equal(isOtherHost(proxied), true)
  assert.equal(warn.mock.callCount(), 1)
  assert.match(
    String(warn.mock.calls[0]?.arguments[0]),
    /noindex.*"upstream".*learn\.example\.org.*SITE_URL.*proxy_set_header Host/,
  )
  assert.equal(isOtherHost({ ...proxied, host: 'learn.example.org' }), false)
  assert.equal(isOtherHost(proxied), true)
  assert.equal(warn.mock.callCount(), 1)
})
