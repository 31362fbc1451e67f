import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
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

for (const address of [
  '.physics.epub.7',
  'empty.epub',
  'notes.txt',
  '..%2fphysics.epub',
  'physics.epub/',
  'constructor.epub',
  '',
]) {
  test(`/packs/${address} is no pack`, async () => {
    assert.equal((await fetch(`${url}/packs/${address}`)).status, 404)
  })
}
