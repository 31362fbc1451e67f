import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { toOrigin } from '@/lib/compiler/source/journal'
import { toHash } from '@/lib/compiler/source/read-file'
import { finishWrites, writeFiles } from '@/lib/compiler/source/write-files'
import { Random } from '@/tools/corpus/random'
import { runCheck } from '../check/run-check'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

const files = 300
const random = new Random(7)

const toText = (edition: string) => toQuestionFile('Which edition?', {}, `${edition} `.repeat(200))

/** A separate process that replaces half of the files, moves the others, and prints a line once it begins. */
function rewriteApart(library: TemporaryLibrary, edition: string, next: string) {
  const code = `import { readFileSync } from 'node:fs'
    import { writeFiles } from './lib/compiler/source/write-files.ts'
    const dir = '${library.contentDir}'
    const after = Buffer.from(${JSON.stringify(toText(next))})
    function* plan() {
      for (let index = 0; index < ${files}; index += 1) {
        const path = index % 2 ? 'learn/law/q' + index + '.md' : 'learn/${edition}/q' + index + '.md'
        const before = readFileSync(dir + '/' + path)
        if (index % 2) yield { path, before, after }
        else yield* [{ path, before, after: undefined }, { path: 'learn/${next}/q' + index + '.md', before: undefined, after }]
      }
    }
    console.log('begins')
    await writeFiles(dir, plan())`
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** The editions of all files, of those in their folders, and the hidden files: what a partial change would leave. */
function inspect(library: TemporaryLibrary) {
  const names = readdirSync(library.contentDir, { recursive: true, encoding: 'utf8' })
  const questions = names.filter((name) => name.endsWith('.md'))
  assert.equal(questions.length, files)
  const editions = new Set(
    questions.map((name) => /\n(edition\d+) /.exec(readFileSync(path.join(library.contentDir, name), 'utf8'))?.[1]),
  )
  const folders = new Set(questions.map((name) => name.split('/')[1]).filter((name) => name !== 'law'))
  assert.deepEqual([...folders], [...editions])
  return { edition: [...editions].join(' and '), hidden: names.filter((name) => /(?:^|\/)\./.test(name)) }
}

test('after a kill at any moment, all files are changed or none as soon as the content is read', async () => {
  const library = new TemporaryLibrary()
  for (let index = 0; index < files; index += 1)
    library.write(index % 2 ? `law/q${index}.md` : `edition0/q${index}.md`, toText('edition0'))

  const timed = rewriteApart(library, 'edition0', 'edition1')
  await once(timed.stdout, 'data')
  const started = performance.now()
  await once(timed, 'exit')
  const whole = performance.now() - started
  assert.equal(inspect(library).edition, 'edition1')

  let edition = 'edition1'
  const met = { before: 0, between: 0 }
  for (let round = 2; round < 10; round += 1) {
    const next = `edition${round}`
    const child = rewriteApart(library, edition, next)
    await once(child.stdout, 'data')
    if (round % 2) {
      while (!existsSync(path.join(library.contentDir, '.pending')) && child.exitCode === null) await sleep(0)
      await sleep((whole / 2) * random.next())
    } else await sleep(whole * random.next())
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    const isCommitted = existsSync(path.join(library.contentDir, '.pending/journal'))
    // Anything that reads the content finishes what was begun: a compile or a check.
    if (round % 3) await library.compile()
    else await runCheck(library, library.toPath(`${edition}`))
    const found = inspect(library)
    assert.ok([edition, next].includes(found.edition), found.edition)
    if (isCommitted) assert.equal(found.edition, next)
    met[isCommitted ? 'between' : 'before'] += 1
    edition = found.edition
  }
  assert.ok(met.between > 0 && met.before > 0, JSON.stringify(met))

  const last = rewriteApart(library, edition, 'edition99')
  await once(last, 'exit')
  const { edition: end, hidden } = inspect(library)
  assert.equal(end, 'edition99')
  assert.deepEqual(hidden, [])
})

const write = (file: string, before: string | undefined, after: string) => ({
  path: file,
  before: before === undefined ? undefined : Buffer.from(before),
  after: Buffer.from(after),
})

test('if somebody changes a file in the meantime, none is written', async () => {
  const library = new TemporaryLibrary({ 'law/a.md': 'a', 'law/b.md': 'b' })
  const writes = [write('learn/law/a.md', 'a', 'A'), write('learn/law/b.md', 'another', 'B')]
  await assert.rejects(writeFiles(library.contentDir, writes), /b\.md was changed in the meantime/)
  await assert.rejects(
    writeFiles(library.contentDir, [write('learn/law/b.md', undefined, 'B')]),
    /changed in the meantime/,
  )
  assert.equal(readFileSync(library.toPath('law/a.md'), 'utf8'), 'a')
  assert.deepEqual(readdirSync(library.contentDir), ['learn'])
})

/** A journal as left by a command that was killed before it changed the first file. */
function leaveJournal(library: TemporaryLibrary, text: string) {
  const toFile = (name: string) => path.join(library.contentDir, '.pending', name)
  mkdirSync(path.join(library.contentDir, '.pending'))
  writeFileSync(toFile('journal'), text)
  writeFileSync(toFile('origin'), toOrigin(statSync(toFile('journal'))))
}

test('a file that was edited after the interruption is left as it is', async () => {
  const library = new TemporaryLibrary({ 'law/a.md': 'mine', 'law/b.md': 'b' })
  const toLine = (file: string, before: string, after: string) =>
    JSON.stringify({
      path: `learn/law/${file}`,
      before: toHash(Buffer.from(before)),
      after: Buffer.from(after).toString('base64'),
    })
  leaveJournal(library, `${toLine('a.md', 'a', 'A')}\n${toLine('b.md', 'b', 'B')}\n`)
  await finishWrites(library.contentDir)
  assert.deepEqual(
    ['law/a.md', 'law/b.md'].map((file) => readFileSync(library.toPath(file), 'utf8')),
    ['mine', 'B'],
  )
  assert.deepEqual(readdirSync(library.contentDir), ['learn'])
})

test('a journal cannot change files outside the content folder', async () => {
  for (const file of [
    'learn/../../outside.md',
    '/tmp/x.md',
    'learn/linked/x.md',
    'check.yml',
    '.pending/x.md',
    'learn/.x.md',
    '',
  ]) {
    const library = new TemporaryLibrary()
    mkdirSync(path.join(library.root, 'outside'))
    symlinkSync(path.join(library.root, 'outside'), library.toPath('linked'))
    leaveJournal(library, `${JSON.stringify({ path: file, before: null, after: 'eA==' })}\n`)
    await assert.rejects(finishWrites(library.contentDir), /could not be finished: .* delete .*\.pending/, file)
    assert.deepEqual(readdirSync(path.join(library.root, 'outside')), [])
    assert.deepEqual(readdirSync(library.root).sort(), ['content', 'outside'])
  }
})

test('a journal that came with somebody else’s files changes nothing and is reported', async () => {
  const line = JSON.stringify({ path: 'learn/law/a.md', before: toHash(Buffer.from('a')), after: 'eA==' })
  const left = new TemporaryLibrary({ 'law/a.md': 'a' })
  leaveJournal(left, `${line}\n`)
  const copied = new TemporaryLibrary()
  cpSync(left.contentDir, copied.contentDir, { recursive: true, preserveTimestamps: true })
  const written = new TemporaryLibrary({ 'law/a.md': 'a', './.pending/journal': `${line}\n` })
  for (const { contentDir } of [copied, written]) {
    await assert.rejects(finishWrites(contentDir), /no command on this machine wrote it.* delete .*\.pending/)
    assert.equal(readFileSync(path.join(contentDir, 'learn/law/a.md'), 'utf8'), 'a')
  }
  await finishWrites(left.contentDir)
  assert.equal(readFileSync(left.toPath('law/a.md'), 'utf8'), 'x')
})
