import assert from 'node:assert/strict'
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmdirSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { main as pack } from '@/scripts/pack'
import { runOn } from '../run-command'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

const makeLibrary = (questions: number) =>
  new TemporaryLibrary(
    Object.fromEntries(
      Array.from({ length: questions }, (_, index) => [`physics/q-${index}.md`, toQuestionFile(`What is ${index}?`)]),
    ),
  )

/** Starts the command in a process of its own. */
const start = (library: TemporaryLibrary, out: string, ...args: string[]) =>
  spawn(process.execPath, ['--import', 'tsx', 'scripts/pack.ts', 'physics', '--out', out, ...args], {
    env: { ...process.env, CONTENT_DIR: library.contentDir, CONTENT_DB: library.dbFile },
    stdio: ['ignore', 'ignore', 'pipe'],
  })

test('a killed process leaves the old pack; its temporary files are removed after a day', async () => {
  const library = makeLibrary(300)
  const out = path.join(library.root, 'packs')
  mkdirSync(out)
  writeFileSync(path.join(out, 'physics.epub'), 'old')
  const running = start(library, out, '--epub')
  while (readdirSync(out).length === 1 && running.exitCode === null) await new Promise((done) => setTimeout(done, 5))
  running.kill('SIGKILL')
  await once(running, 'close')
  assert.equal(readFileSync(path.join(out, 'physics.epub'), 'utf8'), 'old')
  const left = readdirSync(out).filter((name) => name.startsWith('.'))
  assert.equal(left.length, 1)
  await runOn(library, pack, 'physics', '--anki', '--out', out)
  assert.deepEqual(readdirSync(out), [...left, 'physics.apkg', 'physics.epub'])
  utimesSync(path.join(out, left[0] as string), new Date('2026-01-01'), new Date('2026-01-01'))
  await runOn(library, pack, 'physics', '--anki', '--out', out)
  assert.deepEqual(readdirSync(out), ['physics.apkg', 'physics.epub'])
})

test('two concurrent processes write the same file', async () => {
  const library = makeLibrary(60)
  await library.compile()
  const outs = ['one', 'both'].map((name) => path.join(library.root, name)) as [string, string]
  assert.equal((await runOn(library, pack, 'physics', '--folder', '--out', outs[0])).status, 0)
  const both = [start(library, outs[1], '--folder'), start(library, outs[1], '--folder')]
  const ends = await Promise.all(both.map((running) => once(running, 'close')))
  assert.deepEqual(
    ends.map(([status]) => status),
    [0, 0],
  )
  assert.deepEqual(readdirSync(outs[1]), ['physics.zip'])
  const read = (out: string) => readFileSync(path.join(out, 'physics.zip'))
  assert.deepEqual(read(outs[1]), read(outs[0]))
})

test('the message names a full disk, and the old pack stays', async (context) => {
  const library = makeLibrary(300)
  const out = mkdtempSync(path.join(tmpdir(), 'small-'))
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', out]).status === 0
  context.after(() => {
    if (isMounted) execFileSync('umount', [out])
    rmdirSync(out)
  })
  if (!isMounted) return context.skip('only root can make a small disk')
  for (const [format, file] of [
    ['--epub', 'physics.epub'],
    ['--folder', 'physics.zip'],
    ['--anki', 'physics.apkg'],
  ] as const) {
    writeFileSync(path.join(out, file), 'old')
    const running = start(library, out, format)
    const stderr = text(running.stderr)
    assert.deepEqual(await once(running, 'close'), [2, null])
    assert.match(await stderr, new RegExp(`${file} was not written: the disk is full\\.$`, 'm'))
    assert.equal(readFileSync(path.join(out, file), 'utf8'), 'old')
    assert.ok(!readdirSync(out).some((name) => name.startsWith('.')))
  }
})
