import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import Database from 'libsql'
import { main } from '@/scripts/content'
import { runOn } from '../run-command'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

async function runContent(library: TemporaryLibrary, ...args: string[]) {
  const result = await runOn(library, main, ...args)
  return { ...result, lastLine: toLastLine(result.stdout) }
}

const toLastLine = (text: string) => text.trimEnd().split('\n').at(-1) ?? ''

/** The command line, without npm. */
const toCommand = ({ contentDir, dbFile }: TemporaryLibrary) =>
  [process.execPath, '--import', 'tsx', 'scripts/content.ts', '--content', contentDir, '--db', dbFile] as const

test('--json ends with one object of exactly these keys', async () => {
  const library = new TemporaryLibrary({ 'law/a.md': toQuestionFile('A?', { colour: 'red' }) })
  const { status, lastLine } = await runContent(library, '--json')
  assert.equal(status, 0)
  const { ms, peakRssMb, ...counts } = JSON.parse(lastLine)
  assert.deepEqual(counts, { files: 1, parsed: 1, unchanged: 0, removed: 0, warnings: 1, errors: 0 })
  assert.ok(Number.isInteger(ms) && Number.isInteger(peakRssMb))
})

test('peak memory is that of the compile, not of the process that started it', () => {
  const library = new TemporaryLibrary({ 'law/a.md': toQuestionFile('A?') })
  const held = Buffer.alloc(700 * 1024 * 1024, 1)
  const [node, ...args] = toCommand(library)
  const { stdout } = spawnSync(node, [...args, '--json'], { encoding: 'utf8' })
  const { peakRssMb } = JSON.parse(toLastLine(stdout))
  assert.ok(peakRssMb > 30 && peakRssMb < held.length / 1024 / 1024, `${peakRssMb} MB`)
})

test('an invalid file: status 1, where it is wrong, and what happened to the store', async () => {
  const library = new TemporaryLibrary({ 'law/a.md': 'nothing', 'law/b.md': toQuestionFile('B?') })
  const { status, stdout, stderr } = await runContent(library)
  assert.equal(status, 1)
  assert.match(stderr, /learn\/law\/a\.md:1:1 error front-matter {2}/)
  assert.match(stdout, /The store was left as it was\./)
  assert.equal((await runContent(library, '--keep-going')).status, 1)
  assert.equal(library.open().countQuestions(), 1)
})

test('the text of a file cannot control the terminal or forge lines', async () => {
  const library = new TemporaryLibrary({ 'law/a.md': toQuestionFile('A?', { '"\\e[31mx\\nlaw/b.md:1:1 error"': 1 }) })
  const { stderr } = await runContent(library)
  assert.match(
    stderr,
    /^\S+a\.md:2:1 warning field-unknown {2}“�\[31mx�law\/b\.md:1:1 error” is not a known field.*\n$/,
  )
})

test('wrong use: status 2, a sentence and the usage', async () => {
  const library = new TemporaryLibrary()
  for (const wrong of [['--colour'], ['extra'], ['--db', '']]) {
    const { status, stderr } = await runContent(library, ...wrong)
    assert.equal(status, 2, wrong.join(' '))
    assert.match(stderr, /npm run content \[-- --content DIR\]/)
  }
  for (const nowhere of ['/nowhere/at/all', path.resolve('package.json')]) {
    const { status, stderr } = await runContent(library, '--content', nowhere)
    assert.equal(status, 2)
    assert.ok(stderr.startsWith(`There is no content folder at ${nowhere}.`), stderr)
  }
})

/** What may be at a mistyped path. */
const foreign: Record<string, (file: string) => void> = {
  'a text': (file) => writeFileSync(file, 'Hours of work.\n'.repeat(10)),
  'a few letters': (file) => writeFileSync(file, 'a'),
  'a database of another program': (file) => {
    const store = new Database(file)
    store.exec('CREATE TABLE meta (key); CREATE TABLE bookmark (url)')
    store.close()
  },
  'a folder': (file) => mkdirSync(file),
}

for (const [name, make] of Object.entries(foreign)) {
  test(`${name} at the path of the store is left as it is, and named`, async () => {
    const library = new TemporaryLibrary({ 'law/a.md': toQuestionFile('A?') })
    const other = path.join(library.root, 'other')
    make(other)
    const read = () => (statSync(other).isFile() ? readFileSync(other, 'latin1') : readdirSync(other))
    const before = read()
    for (const options of [[], ['--rebuild'], ['--keep-going']]) {
      const { status, stderr } = await runContent(library, '--db', other, ...options)
      assert.equal(status, 2)
      assert.ok(stderr.startsWith(`${other} is not a content store, and is left as it is.`), stderr)
    }
    assert.deepEqual(read(), before)
  })
}

test('a store that was copied into a folder where nothing was compiled yet is brought up to date', async () => {
  const library = new TemporaryLibrary({ 'law/a.md': toQuestionFile('A?') })
  await library.compile()
  const copy = path.join(library.root, 'copy.db')
  copyFileSync(library.dbFile, copy)
  const { status, stdout } = await runContent(library, '--db', copy)
  assert.equal(status, 0)
  assert.match(stdout, /^1 files: 0 parsed, 1 unchanged/)
})

test('--verify names each formula that does not compile, at its place', async () => {
  const raw = String.raw
  const library = new TemporaryLibrary({
    'law/body.md': toQuestionFile('A?', {}, 'Good $x$.\n\nBad $\\frac{a}{$ here.'),
    'law/folded.md': raw`---
title: B?
date: 2026-01-15
answer: >-
    First line\n\nand $a$ then
    $\left( x$ at the end
---
`,
  })
  const { status, stderr } = await runContent(library, '--verify')
  assert.equal(status, 1)
  const lines = stderr
    .trim()
    .split('\n')
    .map((line) => line.replace(/^.*learn\//, '').split('  ')[0])
  assert.deepEqual(lines, ['law/body.md:8:15 error tex', 'law/folded.md:6:14 error tex'])
})

test('a full disk: status 2, a sentence, and nothing left over', () => {
  const names = Array.from({ length: 200 }, (_, index) => `law/q${index}.md`)
  const body = 'A long answer. '.repeat(200)
  const library = new TemporaryLibrary(Object.fromEntries(names.map((name) => [name, toQuestionFile(name, {}, body)])))
  // No file may grow beyond 600 KiB, which SQLite experiences as a full disk.
  const shell = ['-c', 'ulimit -f 600; exec "$@"', 'bash', ...toCommand(library)]
  const { status, stderr } = spawnSync('bash', shell, { encoding: 'utf8' })
  assert.equal(status, 2)
  assert.match(
    stderr,
    /^The content store at .+ could not be written: .+\. Free some disk space\. The store is unchanged\.$/m,
  )
  assert.deepEqual(readdirSync(library.root).sort(), ['content', 'content.db.lock'])
})

test('a disk that is full after publishing is not a failure, and the next compile empties the log', async () => {
  const toName = (index: number) => `law/q${index}.md`
  const write = (first: number, last: number) => {
    for (let index = first; index <= last; index += 1) {
      library.write(toName(index), toQuestionFile(toName(index), {}, 'A long answer. '.repeat(200)))
    }
  }
  const library = new TemporaryLibrary()
  write(1, 200)
  await library.compile()
  write(201, 220)
  // The log of what changed is smaller than the store, which may not grow at all.
  const most = statSync(library.dbFile).size / 1024
  const shell = ['-c', `ulimit -f ${most}; exec "$@"`, 'bash', ...toCommand(library)]
  const { status, stderr } = spawnSync('bash', shell, { encoding: 'utf8' })
  assert.deepEqual([status, stderr], [0, ''])
  const getLogSize = () => statSync(`${library.dbFile}-wal`, { throwIfNoEntry: false })?.size ?? 0
  assert.ok(getLogSize() > 0, 'the log could not be emptied')
  assert.equal((await library.compile()).unchanged, 220)
  assert.equal(getLogSize(), 0)
  assert.equal(library.listRows('question').length, 220)
})

test('a folder where no file can be opened for writing, with or without a store: status 2, and what to do', async () => {
  for (const isThere of [false, true]) {
    const library = new TemporaryLibrary({ 'law/a.md': toQuestionFile('A?') })
    if (isThere) await library.compile()
    rmSync(`${library.dbFile}.lock`, { force: true })
    mkdirSync(`${library.dbFile}.lock`)
    const { status, stderr } = await runContent(library)
    assert.equal(status, 2)
    assert.match(
      stderr,
      /^The content store at .+ cannot be written: .+\. Give this user write permission for .+, or set CONTENT_DB/m,
    )
  }
})
