import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { hasValidHost } from '@/lib/server/valid-host'

const server = createServer((request, response) => void response.end(String(hasValidHost(request)))).listen(0)
after(() => server.close())
await once(server, 'listening')

async function ask(version: string, lines: string[]) {
  const socket = connect((server.address() as AddressInfo).port)
  socket.write(`GET / HTTP/${version}\r\n${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n`)
  return (await text(socket)).split('\r\n').at(-1)
}

const cases: [version: string, lines: string[], valid: boolean][] = [
  ['1.1', ['Host: learn.example.org'], true],
  ['1.1', ['host: LEARN.example.org:443'], true],
  ['1.1', ['Host: my_site-1.test:8080'], true],
  ['1.1', ['Host: 203.0.113.7'], true],
  ['1.1', ['Host: [2001:db8::1]:3000'], true],
  ['1.1', ['Host:'], true],
  ['1.0', [], true],
  ['1.1', ['Host: a', 'Host: a'], false],
  ['1.1', ['Host: a', 'X-More: b', 'hOsT: c'], false],
  ['1.1', ['Host: a/b'], false],
  ['1.1', ['Host: a b'], false],
  ['1.1', ['Host: user@a'], false],
  ['1.1', ['Host: a, b'], false],
  ['1.1', ['Host: a:port'], false],
  ['1.1', ['Host: a:123456'], false],
  ['1.1', ['Host: <script>'], false],
]

for (const [version, lines, valid] of cases) {
  test(`HTTP/${version} with ${lines.join(' and ') || 'no host'} is ${valid ? 'valid' : 'not valid'}`, async () => {
    assert.match((await ask(version, lines)) ?? '', new RegExp(valid ? 'true' : 'false'))
  })
}
