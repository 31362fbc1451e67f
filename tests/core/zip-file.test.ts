import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { unzipSync } from 'fflate'
import { writeZipFile } from '@/lib/core/zip-file'

const folder = mkdtempSync(path.join(tmpdir(), 'zip-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test('texts and files are extracted unchanged, and nothing is left beside the zip file', async () => {
  const source = path.join(folder, 'source')
  const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, index) => (index * index) % 251))
  writeFileSync(source, bytes)
  writeFileSync(path.join(folder, 'empty'), '')
  const file = path.join(folder, 'some.zip')
  await writeZipFile(file, async (zip) => {
    zip.addPlain('mimetype', 'application/epub+zip')
    await zip.add('a/Größe.txt', 'λ'.repeat(1_000))
    await zip.addFile('bytes', source)
    await zip.addFile('empty', path.join(folder, 'empty'))
  })
  const written = readFileSync(file)
  assert.equal(written.toString('latin1', 30, 58), 'mimetypeapplication/epub+zip')
  const files = unzipSync(written)
  assert.deepEqual(Object.keys(files), ['mimetype', 'a/Größe.txt', 'bytes', 'empty'])
  assert.equal(Buffer.from(files['a/Größe.txt'] as Uint8Array).toString(), 'λ'.repeat(1_000))
  assert.deepEqual(Buffer.from(files.bytes as Uint8Array), bytes)
  assert.equal(files.empty?.length, 0)
  assert.deepEqual(readdirSync(folder).sort(), ['empty', 'some.zip', 'source'])
})

test('memory keeps only the names of written entries', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const texts = 4_000
  const text = 'text '.repeat(600)
  await writeZipFile(path.join(folder, 'many.zip'), async (zip) => {
    const before = process.memoryUsage().arrayBuffers
    for (let count = 0; count < texts; count += 1) await zip.add(`text-${count}`, text)
    // Twice: a thread of V8 may still be freeing what the first collected, and the second waits for it.
    collect()
    collect()
    const held = process.memoryUsage().arrayBuffers - before
    assert.ok(held < (texts * text.length) / 4, `${held} bytes`)
  })
})

test('a read or write error rejects and ends the writing', async () => {
  const file = path.join(folder, 'failed.zip')
  await assert.rejects(
    writeZipFile(file, (zip) => zip.addFile('a', path.join(folder, 'nowhere'))),
    { code: 'ENOENT' },
  )
  await assert.rejects(
    writeZipFile(path.join(folder, 'no', 'folder.zip'), async (zip) => {
      for (;;) await zip.add('a', 'text')
    }),
    { code: 'ENOENT' },
  )
})
