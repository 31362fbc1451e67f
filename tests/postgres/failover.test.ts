import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { generateSchema } from '@/lib/compiler/schema/generate'
import type { Library } from '@/lib/library/library'
import { LibraryUnavailable } from '@/lib/library/unavailable'
import { PostgresLibrary } from '@/lib/postgres/postgres-library'
import { publish } from '@/lib/postgres/publish'
import { startRowLog } from '@/lib/store/write/row-log'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { startReplicated } from './servers'

const { primary, standby } = await startReplicated()
const { hash } = await generateSchema()
const url = primary.url.replace(/@([^/]+)/, (_, host) => `@${host},${new URL(standby.url).host}`)
const temporary = new TemporaryLibrary({ 'law/a.md': toQuestionFile('What is a tort?') })
await temporary.compile()
startRowLog(temporary.dbFile)

const open = (at: string) => {
  const library = new PostgresLibrary(at, hash)
  after(() => library.end())
  return library
}

async function publishNow() {
  await publish({ url, dbFile: temporary.dbFile })
}

const key = { subject: 'law', slug: 'a' }
const readTitle = async (library: Library) => (await library.readQuestion(key))?.question.title

async function edit(title: string) {
  temporary.write('law/a.md', toQuestionFile(title))
  await temporary.compile()
}

async function awaitTitle(library: Library, title: string) {
  while ((await readTitle(library).catch(() => undefined)) !== title) await setTimeout(10)
}

/** Readers that read until they are stopped, and what failed. */
function startReaders(count: number) {
  const failures: Error[] = []
  let reads = 0
  let isReading = true
  const readers = Array.from({ length: count }, async () => {
    const library = open(url)
    while (isReading) {
      const reading = Promise.all([
        library.readQuestion(key),
        library.readSubject('law', 'newest', 1),
        library.search({ text: 'tort', subject: undefined, page: 1, pageSize: 10 }),
        library.findAddress('/learn/law/questions/a'),
      ])
      await reading.catch((error: Error) => failures.push(error))
      reads += 4
    }
  })
  const stop = async () => {
    isReading = false
    await Promise.all(readers)
    return failures
  }
  return { count: () => reads, stop }
}

test('a standby has what was published, and reports that it is a standby and how far behind', async () => {
  await publishNow()
  const reader = open(standby.url)
  await awaitTitle(reader, 'What is a tort?')
  const engine = await reader.readEngine()
  assert.equal(engine.engine, 'postgres')
  if (engine.engine !== 'postgres') return
  assert.equal(engine.host, new URL(standby.url).host)
  assert.ok(engine.replayedSecondsAgo !== undefined && engine.replayedSecondsAgo >= 0)
  assert.ok(engine.published.rows > 5 && Math.abs(Date.now() - engine.published.at) < 60_000)
  assert.ok(engine.connections.total >= 1)
  const ofPrimary = await open(url).readEngine()
  assert.deepEqual(
    { ...ofPrimary, connections: undefined },
    {
      engine: 'postgres',
      host: new URL(primary.url).host,
      replayedSecondsAgo: undefined,
      connections: undefined,
      published: engine.published,
    },
  )
})

test('a primary freezes: the standby answers all reads that wait for it, however many', async () => {
  const library = open(url)
  await awaitTitle(library, 'What is a tort?')
  await primary.freeze()
  const titles = await Promise.all(Array.from({ length: 40 }, () => readTitle(library)))
  assert.deepEqual(titles, Array(40).fill('What is a tort?'))
  const engine = await library.readEngine()
  assert.ok(engine.engine === 'postgres' && engine.host === new URL(standby.url).host)
  await primary.thaw()
})

test('a primary is killed: no read fails, and publications go to the promoted standby', async () => {
  const readers = startReaders(4)
  while (readers.count() < 100) await setTimeout(5)
  await primary.stop('SIGKILL')
  const atKill = readers.count()
  while (readers.count() < atKill + 400) await setTimeout(5)
  await assert.rejects(publishNow(), /it is a standby/)

  const client = new pg.Client(standby.url)
  await client.connect()
  await client.query('SELECT pg_promote()')
  await client.end()
  await edit('What is a tort, after all?')
  await publishNow()
  await awaitTitle(open(url), 'What is a tort, after all?')
  assert.deepEqual(await readers.stop(), [])
})

test('a frozen host is given up after a few seconds; then reads fail immediately, until it answers again', async () => {
  const library = open(standby.url)
  assert.ok(await readTitle(library))
  await standby.freeze()
  const started = performance.now()
  await assert.rejects(readTitle(library), LibraryUnavailable)
  assert.ok(performance.now() - started < 8_000)
  const again = performance.now()
  for (let time = 0; time < 1_000; time += 1) await assert.rejects(readTitle(library), LibraryUnavailable)
  assert.ok(performance.now() - again < 2_000, 'nothing waits for a host that is known to be down')
  await standby.thaw()
  await awaitTitle(library, 'What is a tort, after all?')
})

test('the last host stops and restarts: reads fail with LibraryUnavailable, and recover by themselves', async () => {
  const library = open(url)
  await awaitTitle(library, 'What is a tort, after all?')
  await standby.stop()
  await assert.rejects(readTitle(library), LibraryUnavailable)
  await assert.rejects(library.changesSince(0), LibraryUnavailable)
  await standby.start()
  await awaitTitle(library, 'What is a tort, after all?')
})
