import assert from 'node:assert/strict'
import { cpSync } from 'node:fs'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { generateSchema } from '@/lib/compiler/schema/generate'
import { dropOldSchemas } from '@/lib/postgres/publish'
import { Random } from '@/tools/corpus/random'
import { editSomeFile } from '../edit-some-file'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { createDatabase, dumpDatabase, openPostgresLibrary, publishLibrary, schema } from './databases'
import { query } from './query'

const request = { subject: undefined, page: 1, pageSize: 10 }

async function prepare(files: Record<string, string> = { 'law/a.md': toQuestionFile('What is a tort?') }) {
  const library = new TemporaryLibrary(files)
  await library.compile()
  return { library, url: await createDatabase() }
}

test('after any history, what was published step by step equals what is loaded from empty', async () => {
  const { library, url } = await prepare()
  const random = new Random(11)
  let steps = 0
  await publishLibrary(library, url)
  for (let round = 0; round < 9; round += 1) {
    for (let compiles = 1 + random.below(2); compiles > 0; compiles -= 1) {
      for (let edit = 0; edit < 8; edit += 1) editSomeFile(library, random)
      if (random.chance(0.4)) library.write('./gone.yml', `/old/${random.below(4)}:\n`)
      if (random.chance(0.3)) library.write('./subjects/law.yml', `title: Law ${random.below(3)}\n`)
      await library.compile({ keepGoing: true })
    }
    const { kind } = await publishLibrary(library, url)
    if (kind === 'changes') steps += 1
    const empty = await createDatabase()
    assert.equal((await publishLibrary(library, empty)).kind, 'everything')
    assert.deepEqual(await dumpDatabase(url), await dumpDatabase(empty), `round ${round}`)
  }
  assert.ok(steps > 5, 'only changes were copied')
})

test('an edit of more questions than are in memory at a time is published as it is loaded', async () => {
  const toFiles = (author: string) =>
    Object.fromEntries(
      Array.from({ length: 1_100 }, (_, at) => [
        `law/q${at}.md`,
        toQuestionFile(`Question ${at}?`, { author }, author),
      ]),
    )
  const { library, url } = await prepare(toFiles('Ada'))
  await publishLibrary(library, url)
  for (const [file, content] of Object.entries(toFiles('Grace'))) library.write(file, content)
  await library.compile()
  assert.equal((await publishLibrary(library, url)).kind, 'changes')
  const empty = await createDatabase()
  await publishLibrary(library, empty)
  assert.deepEqual(await dumpDatabase(url), await dumpDatabase(empty))
})

test('an edit copies only its own rows, however many questions there are', async () => {
  const countRows = async (questions: number) => {
    const files = Array.from({ length: questions }, (_, index) => [
      `law/q${index}.md`,
      toQuestionFile(`Question ${index}?`),
    ])
    const { library, url } = await prepare(Object.fromEntries(files))
    await publishLibrary(library, url)
    library.write('law/q5.md', toQuestionFile('Reworded?'))
    await library.compile()
    const published = await publishLibrary(library, url)
    assert.equal(published.kind, 'changes')
    return published.kind === 'changes' ? published.rows : 0
  }
  const few = await countRows(20)
  assert.ok(few > 1)
  assert.equal(await countRows(400), few)
})

/** Random characters from `first` on: PostgreSQL does not compress them, so a long text is too long for an index. */
function toText(length: number, first: string, count: number): string {
  const random = new Random(length)
  const start = first.codePointAt(0) as number
  return Array.from({ length }, () => String.fromCodePoint(start + random.below(count))).join('')
}

test('texts are published however long they are, wherever a file may have them', async () => {
  const { library, url } = await prepare()
  await publishLibrary(library, url)
  const scripts: Record<string, [first: string, count: number]> = {
    latin: ['a', 26],
    chinese: ['一', 20_000],
    korean: ['가', 11_000],
    cyrillic: ['а', 32],
  }
  for (const [script, characters] of Object.entries(scripts)) {
    const toLong = (length: number) => toText(length, ...characters)
    library.write(`law/title-${script}.md`, toQuestionFile(toLong(500), { author: toLong(499) }))
    library.write(
      `law/${script}.md`,
      toQuestionFile(
        `What is ${script}?`,
        { aliases: [`/${toLong(script === 'latin' ? 2_000 : 220)}`], seo: { page_keywords: toLong(2_000) } },
        `${toLong(9_000)} ${toLong(400)}. # ${toLong(3_000)}`,
      ),
    )
  }
  assert.deepEqual((await library.compile()).findings, [])
  assert.equal((await publishLibrary(library, url)).kind, 'changes')
  const empty = await createDatabase()
  await publishLibrary(library, empty)
  assert.deepEqual(await dumpDatabase(url), await dumpDatabase(empty))
  const found = await openPostgresLibrary(url).search({ text: toText(400, '一', 20_000), ...request })
  assert.deepEqual(
    found.questions.map(({ slug }) => slug),
    ['chinese'],
  )
})

test('a database of another encoding is refused, whatever the library holds', async () => {
  const { library, url } = await prepare()
  for (const encoding of ['SQL_ASCII', 'LATIN1']) {
    const name = encoding.toLowerCase()
    await query(url, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING '${encoding}'`)
    const told = new RegExp(`DATABASE_URL has the encoding ${encoding}\\. Create .* ENCODING 'UTF8'`)
    await assert.rejects(publishLibrary(library, url.replace(/[^/]*$/, name)), told)
  }
})

test('publishing again changes nothing, and servers learn what changed', async () => {
  const { library, url } = await prepare()
  assert.equal((await publishLibrary(library, url)).kind, 'everything')
  assert.equal((await publishLibrary(library, url)).kind, 'nothing')
  const read = openPostgresLibrary(url)
  const { store, sequence } = await read.readState()
  assert.deepEqual(await read.changesSince(sequence), { state: { store, sequence }, keys: [] })
  library.write('law/b.md', toQuestionFile('What is negligence?'))
  await library.compile()
  assert.equal((await publishLibrary(library, url)).kind, 'changes')
  const changes = await read.changesSince(sequence)
  assert.deepEqual(
    [...(changes.keys ?? [])].sort(),
    [...((await library.openLibrary().changesSince(sequence)).keys ?? [])].sort(),
  )
  assert.ok(changes.keys?.includes('list newest law'))
  assert.equal(changes.state.store, store)
})

test('several publishers at once do no harm', async () => {
  const { library, url } = await prepare()
  const first = await Promise.all([1, 2, 3].map(() => publishLibrary(library, url)))
  assert.deepEqual(first.map(({ kind }) => kind).sort(), ['everything', 'nothing', 'nothing'])
  library.write('law/b.md', toQuestionFile('What is negligence?'))
  await library.compile()
  const next = await Promise.all([1, 2, 3].map(() => publishLibrary(library, url)))
  assert.deepEqual(next.map(({ kind }) => kind).sort(), ['changes', 'nothing', 'nothing'])
  assert.equal((await openPostgresLibrary(url).readState()).questions, 2)
})

test('a publisher that fails changes nothing, and the next one copies everything that changed', async () => {
  const { library, url } = await prepare()
  await publishLibrary(library, url)
  const before = await dumpDatabase(url)
  library.write('law/b.md', toQuestionFile('What is negligence?'))
  await library.compile()
  // A constraint makes the publisher fail in the middle of its transaction.
  await query(url, `ALTER TABLE ${schema}.word ADD CONSTRAINT refuse CHECK (word <> 'negligence')`)
  await assert.rejects(publishLibrary(library, url), /refuse/)
  assert.deepEqual(await dumpDatabase(url), before)
  await query(url, `ALTER TABLE ${schema}.word DROP CONSTRAINT refuse`)
  assert.equal((await publishLibrary(library, url)).kind, 'changes')
})

test('if another copy of the store was published in between, everything is loaded', async () => {
  const { library, url } = await prepare()
  await publishLibrary(library, url)
  const copy = `${library.root}/copy.db`
  cpSync(library.dbFile, copy)
  library.write('law/b.md', toQuestionFile('What is negligence?'))
  await library.compile()
  await publishLibrary(library, url)
  cpSync(copy, library.dbFile)
  library.remove('law/b.md')
  library.write('law/c.md', toQuestionFile('What is a crime?'))
  await library.compile()
  const { store } = await openPostgresLibrary(url).readState()
  assert.equal((await publishLibrary(library, url)).kind, 'everything')
  const read = openPostgresLibrary(url)
  assert.notEqual((await read.readState()).store, store)
  assert.deepEqual(await read.findAddress('/learn/law/questions/b'), { status: 'unknown' })
  assert.deepEqual(await read.findAddress('/learn/law/questions/c'), { status: 'page' })
})

test('a new load replaces the old one while that is read, and old ones are dropped on request', async () => {
  const { library, url } = await prepare()
  await publishLibrary(library, url)
  const read = openPostgresLibrary(url)
  const find = async () => (await read.search({ text: 'tort', ...request })).total
  let reading = true
  let reads = 0
  const readers = [1, 2].map(async () => {
    while (reading) {
      assert.equal(await find(), 1)
      reads += 1
    }
  })
  for (let time = 0; time < 3; time += 1) await publishLibrary(library, url, true)
  reading = false
  await Promise.all(readers)
  assert.ok(reads > 3)
  const { hash } = await generateSchema()
  assert.equal((await dropOldSchemas(url, hash)).length, 3)
  assert.deepEqual(await dropOldSchemas(url, hash), [])
  assert.equal(await find(), 1)
})

test('other schemas stay, whatever their names begin with', async () => {
  const { library, url } = await prepare()
  await publishLibrary(library, url)
  const others = ['library_catalog', 'library_1_1_loans', `${schema}_until_sunday`]
  for (const name of others) await query(url, `CREATE SCHEMA ${name}`)
  await publishLibrary(library, url, true)
  const { hash } = await generateSchema()
  const [dropped, ...rest] = await dropOldSchemas(url, hash)
  assert.match(dropped ?? '', /_until_\d+$/)
  assert.deepEqual(rest, [])
})

test('a publication may take the time that it needs, whatever limits the database sets', async () => {
  const { library, url } = await prepare()
  await publishLibrary(library, url)
  // Another publisher, which holds the lock.
  const other = query(url, 'SELECT pg_advisory_xact_lock(7215320481), pg_sleep(0.5)')
  const isHeld = "SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted"
  while ((await query(url, isHeld)).length === 0) await sleep(5)
  const name = url.replace(/.*\//, '')
  await query(url, `ALTER DATABASE ${name} SET statement_timeout = 50; ALTER DATABASE ${name} SET lock_timeout = 50`)
  assert.equal((await publishLibrary(library, url, true)).kind, 'everything')
  await other
})
