import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import { BuildFiles } from '@/lib/server/build-files'

const folder = mkdtempSync(path.join(tmpdir(), 'build-files-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const script = 'console.log("a script")\n'.repeat(200)
mkdirSync(path.join(folder, 'browser'))
writeFileSync(path.join(folder, 'browser', 'page-1.js'), script)
writeFileSync(path.join(folder, 'font.woff2'), 'a font')

const files = new BuildFiles(folder)
const server = createServer(async (request, response) => {
  if (!(await files.answer(request, response))) response.writeHead(404).end()
}).listen(0)
after(() => server.close())
await once(server, 'listening')
const url = `http://localhost:${(server.address() as AddressInfo).port}`

test('a script of the build is sent with Brotli at its best quality, cacheable for a year', async () => {
  const address = `${url}/_next/static/browser/page-1.js`
  for (const _ of ['first', 'again']) {
    const response = await fetch(address, { headers: { 'accept-encoding': 'gzip, br' } })
    assert.equal(await response.text(), script)
    const { headers } = response
    assert.deepEqual([headers.get('content-encoding'), headers.get('vary')], ['br', 'Accept-Encoding'])
    assert.equal(Number(headers.get('content-length')), brotliCompressSync(script).length)
    assert.equal(headers.get('content-type'), 'text/javascript; charset=utf-8')
    assert.equal(headers.get('cache-control'), 'public, max-age=31536000, immutable')
  }
})

test('anything but scripts and styles of the build, and clients without Brotli, are left to Next', async () => {
  for (const path of ['browser/page-2.js', 'font.woff2', 'browser/../../package.json', 'browser%2Fpage-1.js']) {
    const response = await fetch(`${url}/_next/static/${path}`, { headers: { 'accept-encoding': 'br' } })
    assert.equal(response.status, 404, path)
  }
  for (const accepted of ['gzip', 'identity', 'br;q=0, gzip']) {
    const response = await fetch(`${url}/_next/static/browser/page-1.js`, { headers: { 'accept-encoding': accepted } })
    assert.equal(response.status, 404, accepted)
  }
})
