import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { serveCommand } from '@/scripts/serve-command'
import { startServer } from '@/tools/served-site/processes'

test('a server that already listens on the port is not mistaken for the one being started', async () => {
  const other = createServer((_, response) => response.end('another site')).listen(0)
  after(() => other.close())
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  await assert.rejects(startServer(serveCommand, port, '/', {}), /^Error: Another server answers at/)
})
