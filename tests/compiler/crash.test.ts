import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { pageSize } from '@/lib/core/pagination'
import { Random } from '@/tools/corpus/random'
import { TemporaryLibrary, toQuestionFile, toRelated } from '../temporary-library'

// As many as one thread reads: starting more threads would take most of the time, while nothing is written.
const files = 300
const random = new Random(3)

/** A separate process that compiles, once it has started. */
async function compileApart({ contentDir, dbFile }: TemporaryLibrary): Promise<ChildProcess> {
  const code = `import { compile } from './lib/compiler/compile.ts'
    import { generateSchema } from './lib/compiler/schema/generate.ts'
    const schema = await generateSchema()
    console.log('begins')
    await compile({ ...${JSON.stringify({ contentDir, dbFile })}, schema })`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}

function writeAll(library: TemporaryLibrary, edition: string) {
  for (let index = 0; index < files; index += 1) {
    library.write(
      `law/q${index}.md`,
      toQuestionFile(
        `Question ${index}, ${edition}?`,
        toRelated('/learn/law/questions/q2'),
        `Answer of ${edition}. `.repeat(40),
      ),
    )
  }
}

/** The editions that the titles in the store name, and whether everything in it fits together. */
function inspect(library: TemporaryLibrary) {
  const { store, listInSubject, countQuestions, readRelated, getQuestion } = library.open()
  const titles = (store.prepare('SELECT title FROM question').all() as { title: string }[]).map((row) => row.title)
  assert.equal(titles.length, files)
  assert.equal(countQuestions(), files)
  assert.equal(listInSubject('law', 'a-z', Math.floor(files / pageSize))?.questions.length, pageSize)
  const question = getQuestion({ subject: 'law', slug: 'q1' })
  assert.ok(question)
  assert.equal(readRelated(question).linked.length, 1)
  assert.deepEqual(store.prepare('PRAGMA integrity_check').all(), [{ integrity_check: 'ok' }])
  store.close()
  return [...new Set(titles.map((title) => title.split(', ')[1]))]
}

async function timeCompile(library: TemporaryLibrary) {
  const child = await compileApart(library)
  const started = performance.now()
  await once(child, 'exit')
  return performance.now() - started
}

/** Kills a compile at some moment before it ends, or as it does. */
async function compileKilled(library: TemporaryLibrary, whole: number) {
  const child = await compileApart(library)
  setTimeout(() => child.kill('SIGKILL'), whole * random.next())
  if (child.exitCode === null) await once(child, 'exit')
}

test('killed at any moment, a compile leaves the last good library, and the next one completes', async () => {
  const library = new TemporaryLibrary()
  writeAll(library, 'edition 0')
  const whole = await timeCompile(library)
  let published = 'edition 0?'
  for (let round = 1; round <= 6; round += 1) {
    const edition = `edition ${round}`
    writeAll(library, edition)
    await compileKilled(library, whole)
    const found = inspect(library)
    assert.equal(found.length, 1, `one edition, not ${found}`)
    assert.ok(found[0] === published || found[0] === `${edition}?`, `${found} after ${published}`)
    await library.compile()
    assert.deepEqual(inspect(library), [`${edition}?`])
    published = `${edition}?`
  }
})

test('killed while it creates the first store, a compile leaves none or a complete one', async () => {
  const library = new TemporaryLibrary()
  writeAll(library, 'first')
  const whole = await timeCompile(library)
  for (let round = 0; round < 3; round += 1) {
    const store = path.dirname(library.dbFile)
    for (const file of readdirSync(store)) if (file.startsWith('content.db')) library.remove(`./../${file}`)
    await compileKilled(library, whole)
    if (existsSync(library.dbFile)) assert.deepEqual(inspect(library), ['first?'])
    await library.compile()
    assert.deepEqual(inspect(library), ['first?'])
    assert.ok(!existsSync(`${library.dbFile}.new`))
  }
})

test('two concurrent compiles do not harm each other', async () => {
  const library = new TemporaryLibrary()
  writeAll(library, 'first')
  for (const edition of ['first', 'second']) {
    writeAll(library, edition)
    const both = [1, 2].map(async () => {
      const child = await compileApart(library)
      return child.exitCode ?? (await once(child, 'exit'))[0]
    })
    const codes = await Promise.all(both)
    assert.deepEqual(codes, [0, 0])
    assert.deepEqual(inspect(library), [`${edition}?`])
    assert.equal((await library.compile()).parsed, 0)
  }
})
