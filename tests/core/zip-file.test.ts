import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { unzipSync } from 'fflate'
import { toCrc32 } from '@/lib/core/crc-32'
import { writeZipFile } from '@/lib/core/zip-file'
import { toDirectoryEntry, toEnd, toLocalHeader } from '@/lib/core/zip-records'

const folder = mkdtempSync(path.join(tmpdir(), 'zip-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test('texts and files come out as they went in, and nothing is left beside the zip file', async () => {
  const source = path.join(folder, 'source')
  const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, index) => (index * index) % 251))
  writeFileSync(source, bytes)
  writeFileSync(path.join(folder, 'empty'), '')
  const file = path.join(folder, 'some.zip')
  await writeZipFile(file, async (zip) => {
    zip.addPlain('mimetype', 'application/epub+zip')
    zip.add('a/Größe.txt', 'λ'.repeat(1_000))
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

test('more entries than 16 bits count are read by another program', async () => {
  const file = path.join(folder, 'many.zip')
  await writeZipFile(file, (zip) => {
    for (let index = 0; index < 65_600; index += 1) zip.addPlain(`${index}`, '')
  })
  const program = 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(len(z.namelist()), z.testzip())'
  assert.equal(execFileSync('python3', ['-c', program, file], { encoding: 'utf8' }).trim(), '65600 None')
})

test('sizes and places beyond 32 bits stand in Zip64, and only those', () => {
  const small = { name: 'a', compressed: true, crc: 1, size: 10, compressedSize: 5, offset: 0 }
  const large = { ...small, size: 5_000_000_000, compressedSize: 4_500_000_000, offset: 6_000_000_000 }
  assert.equal(toLocalHeader(small).length, 31)
  const header = toLocalHeader(large)
  assert.equal(header.readUInt32LE(18), 0xffff_ffff)
  assert.deepEqual([header.readBigUInt64LE(35), header.readBigUInt64LE(43)], [5_000_000_000n, 4_500_000_000n])
  assert.equal(toDirectoryEntry(small).length, 47)
  const listed = toDirectoryEntry(large)
  assert.equal(listed.readUInt16LE(47 + 2), 24)
  assert.equal(listed.readBigUInt64LE(47 + 4 + 16), 6_000_000_000n)
  assert.equal(toDirectoryEntry({ ...small, offset: 6_000_000_000 }).readBigUInt64LE(47 + 4), 6_000_000_000n)
  assert.equal(toEnd({ entries: 65_534, bytes: 1, offset: 1 }).length, 22)
  assert.equal(toEnd({ entries: 65_535, bytes: 1, offset: 1 }).length, 98)
})

test('the checksum is that of the standard, in one piece or several', () => {
  const text = Buffer.from('123456789')
  assert.equal(toCrc32(text), 0xcbf43926)
  assert.equal(toCrc32(text.subarray(4), toCrc32(text.subarray(0, 4))), 0xcbf43926)
})
