import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { ImageFiles } from '@/lib/server/image-files'

const root = mkdtempSync(path.join(tmpdir(), 'image-files-'))
after(() => rmSync(root, { recursive: true, force: true }))
const publicDir = path.join(root, 'public')
const toPath = (name: string) => path.join(publicDir, 'images', name)
mkdirSync(toPath('physics'), { recursive: true })

const images = new ImageFiles(publicDir)
const get = (address: string) => images.get(address, new AbortController().signal)
const read = async (address: string) => (await get(address))?.body.toString()

test('an image appears, changes and disappears with its file', async () => {
  assert.equal(await read('/images/new.svg'), undefined)
  writeFileSync(toPath('new.svg'), '<svg/>')
  assert.equal(await read('/images/new.svg'), '<svg/>')
  const first = await get('/images/new.svg')
  assert.equal(await get('/images/new.svg?again'), first, 'read once until it changes')
  writeFileSync(toPath('new.svg'), '<svg></svg>')
  assert.equal(await read('/images/new.svg'), '<svg></svg>')
  assert.notEqual((await get('/images/new.svg'))?.etag, first?.etag)
  // Another file with the same size and time.
  const then = new Date('2026-01-01')
  for (const [name, text] of [
    ['new.svg', 'one'],
    ['other.svg', 'two'],
  ] as const) {
    writeFileSync(toPath(name), text)
    utimesSync(toPath(name), then, then)
  }
  assert.equal(await read('/images/new.svg'), 'one')
  renameSync(toPath('other.svg'), toPath('new.svg'))
  assert.equal(await read('/images/new.svg'), 'two')
  rmSync(toPath('new.svg'))
  assert.equal(await read('/images/new.svg'), undefined)
})

test('a file has the type of its name, may do nothing, and is compressed only where that helps', async () => {
  for (const [name, type, isCompressible] of [
    ['a.svg', 'image/svg+xml', true],
    ['a.WEBP', 'image/webp', false],
    ['physics/a b.png', 'image/png', false],
    ['a.html', 'application/octet-stream', false],
    ['a', 'application/octet-stream', false],
  ] as const) {
    writeFileSync(toPath(name), name)
    const page = await get(`/images/${encodeURIComponent(name).replace('%2F', '/')}`)
    assert.equal(page?.body.toString(), name)
    assert.equal(page.isCompressible, isCompressible, name)
    const headers = new Map(page.headers.flatMap((value, at) => (at % 2 === 0 ? [[value, page.headers[at + 1]]] : [])))
    assert.equal(headers.get('content-type'), type)
    assert.match(headers.get('content-security-policy') ?? '', /^default-src 'none'/)
    assert.match(headers.get('cache-control') ?? '', /max-age=0/)
  }
})

test('nothing outside the folder, nothing hidden and no folder is served', async () => {
  writeFileSync(path.join(root, 'secret'), 'secret')
  mkdirSync(path.join(root, 'elsewhere'))
  writeFileSync(path.join(root, 'elsewhere', 'a.png'), 'secret')
  writeFileSync(toPath('.hidden'), 'secret')
  symlinkSync(path.join(root, 'secret'), toPath('link.png'))
  symlinkSync(path.join(root, 'elsewhere'), toPath('linked'))
  for (const address of [
    '/images/link.png',
    '/images/linked/a.png',
    '/images/.hidden',
    '/images/%2ehidden',
    '/images/../../secret',
    '/images/%2e%2e/%2e%2e/secret',
    '/images/..%2f..%2fsecret',
    '/images/..%5c..%5csecret',
    '/images/physics',
    '/images/a.svg%00',
    '/images/%',
    `/images/${'x'.repeat(300)}`,
  ])
    assert.equal(await get(address), undefined, address)
})
