import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { TemporaryLibrary } from '../temporary-library'

const small = Buffer.from('small')
const large = Buffer.alloc(200_000, 'x')

/** Writes files with a size limit of 100 KiB, which fails as a full disk does. Returns the output. */
function writeWithLittleRoom(library: TemporaryLibrary, writes: { path: string; before?: Buffer; after: Buffer }[]) {
  const listed = writes.map(({ path, before, after }) => {
    const toCode = (bytes?: Buffer) => bytes && `Buffer.alloc(${bytes.length}, '${bytes.toString('utf8', 0, 5)}')`
    return `{ path: '${path}', before: ${toCode(before)}, after: ${toCode(after)} }`
  })
  const code = `import { writeFiles } from './lib/compiler/source/write-files.ts'
    await writeFiles('${library.contentDir}', [${listed.join(', ')}])`
  const node = [process.execPath, '--import', 'tsx', '--input-type=module', '--eval', code]
  return spawnSync('bash', ['-c', 'ulimit -f 100; exec "$@"', 'bash', ...node], { encoding: 'utf8' }).stderr
}

test('if the disk has no room for one file, none is written and nothing is left behind', () => {
  const library = new TemporaryLibrary({ 'law/a.md': small, 'law/b.md': small })
  for (const last of [
    { path: 'learn/law/b.md', before: small, after: large },
    { path: 'learn/law/c.md', after: large },
  ]) {
    const said = writeWithLittleRoom(library, [
      { path: 'learn/law/a.md', before: small, after: Buffer.from('after') },
      { path: 'learn/law/new.md', after: small },
      last,
    ])
    assert.match(said, /EFBIG/)
    assert.deepEqual(readdirSync(library.toPath('law')).sort(), ['a.md', 'b.md'])
    assert.equal(readFileSync(library.toPath('law/a.md'), 'utf8'), 'small')
  }
})
