import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { answerPack } from '@/lib/server/pack-files'

const root = mkdtempSync(path.join(tmpdir(), 'packs-'))
const server = createServer(async (request, response) => {
  if (!(await answerPack(request, response, root))) response.writeHead(404).end()
})
let url = ''

before(async () => {
  writeFileSync(path.join(root, '.physics.epub.7'), 'half')
  writeFileSync(path.join(root, 'notes.txt'), 'notes')
  writeFileSync(path.join(root, 'empty.epub'), '')
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
after(() => {
  server.close()
  rmSync(root, { recursive: true })
})

test('a pack that was written while the server runs is sent, and a newer one after it', async () => {
  assert.equal((await fetch(`${url}/packs/physics.epub`)).status, 404)
  writeFileSync(path.join(root, 'physics.epub'), 'x'.repeat(300_000))
  const response = await fetch(`${url}/packs/physics.epub`)
  assert.equal((await response.text()).length, 300_000)
  assert.equal(response.headers.get('content-type'), 'application/epub+zip')
  assert.match(response.headers.get('content-disposition') ?? '', /^attachment; filename="physics\.epub"$/)
  const etag = response.headers.get('etag') ?? ''
  assert.equal((await fetch(`${url}/packs/physics.epub`, { headers: { 'if-none-match': etag } })).status, 304)
  writeFileSync(path.join(root, 'physics.epub'), 'newer')
  const newer = await fetch(`${url}/packs/physics.epub`, { headers: { 'if-none-match': etag } })
  assert.equal(await newer.text(), 'newer')
  assert.equal((await fetch(`${url}/packs/physics.epub`, { method: 'HEAD' })).headers.get('content-length'), '5')
})

test('an interrupted download resumes, unless the pack has been replaced', async () => {
  writeFileSync(path.join(root, 'law.zip'), '0123456789')
  const get = async (headers: Record<string, string>) => {
    const response = await fetch(`${url}/packs/law.zip`, { headers })
    return [response.status, await response.text(), response.headers.get('content-range')]
  }
  const etag = (await fetch(`${url}/packs/law.zip`)).headers.get('etag') ?? ''
  const cases: [Record<string, string>, ...unknown[]][] = [
    [{ range: 'bytes=4-' }, 206, '456789', 'bytes 4-9/10'],
    [{ range: 'bytes=4-5' }, 206, '45', 'bytes 4-5/10'],
    [{ range: 'bytes=0-99' }, 206, '0123456789', 'bytes 0-9/10'],
    [{ range: 'bytes=9-9', 'if-range': etag }, 206, '9', 'bytes 9-9/10'],
    [{ range: 'bytes=4-', 'if-range': '"older"' }, 200, '0123456789', null],
    [{ range: 'bytes=10-' }, 416, '', 'bytes */10'],
    [{ range: `bytes=${'9'.repeat(400)}-` }, 416, '', 'bytes */10'],
    [{ range: 'bytes=-3' }, 200, '0123456789', null],
    [{ range: 'bytes=5-4' }, 200, '0123456789', null],
    [{ range: 'bytes=0-0,5-6' }, 200, '0123456789', null],
    [{ range: 'lines=1-2' }, 200, '0123456789', null],
    [{ 'if-none-match': `W/${etag}` }, 304, '', null],
    [{ 'if-none-match': `"older", ${etag}` }, 304, '', null],
    [{ 'if-none-match': '*' }, 304, '', null],
  ]
  for (const [headers, ...expected] of cases) assert.deepEqual(await get(headers), expected, JSON.stringify(headers))
})

test('if a pack is truncated while it is sent, the connection is closed without another answer', async () => {
  const file = path.join(root, 'cut.zip')
  writeFileSync(file, Buffer.alloc(20_000_000))
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  const ask = (pack: string) => socket.write(`GET /packs/${pack} HTTP/1.1\r\nHost: localhost\r\n\r\n`)
  ask('cut.zip')
  await once(socket, 'readable')
  truncateSync(file, 10)
  ask('none.zip')
  let got = ''
  socket.on('data', (data) => {
    got += data.toString('latin1').replaceAll('\0', '')
  })
  // The connection may be reset, because the second request was not read.
  socket.on('error', () => {})
  await new Promise((resolve) => socket.once('close', resolve))
  assert.deepEqual(got.match(/HTTP\/1.1 \d+/g), ['HTTP/1.1 200'])
})

for (const address of [
  '.physics.epub.7',
  'empty.epub',
  'notes.txt',
  '..%2fphysics.epub',
  'physics.epub/',
  'constructor.epub',
  '',
]) {
  test(`/packs/${address} is not a pack`, async () => {
    assert.equal((await fetch(`${url}/packs/${address}`)).status, 404)
  })
}
