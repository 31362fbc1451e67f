import pg from 'pg'
import { generateSchema } from '@/lib/compiler/schema/generate'
import type { Library } from '@/lib/library/library'
import { PostgresLibrary } from '@/lib/postgres/postgres-library'
import { publish } from '@/lib/postgres/publish'
import { followStore } from '@/lib/store/read/open-store'
import { SqliteLibrary } from '@/lib/store/read/sqlite-library'
import { openStoreToRead } from '@/lib/store/schema/open'
import { startRowLog } from '@/lib/store/write/row-log'
import { PostgresServer } from '@/tools/postgres/postgres-server'
import { compileApart } from '@/tools/served-site/processes'
import type { Report } from './figures'
import { editFile } from './libraries'
import { median, percentile } from './load'
import { measureSeveralServers } from './postgres-servers'
import { listQuestionKeys } from './question-keys'
import { listKnownItems, type QueryKind, queryKinds } from './search-queries'

const port = 3921

/** Settings for a small machine; writes are flushed to disk. */
const settings = { shared_buffers: '512MB', maintenance_work_mem: '256MB', max_wal_size: '4GB' }

const pages = 500
const queriesOfEachKind = 150

/** Phrases with many, few or no matches: the most work for an index without positions. */
const phrases = [
  '"to be"',
  '"be to"',
  '"of the"',
  '"the of"',
  '"how does it"',
  '"is of the"',
  '"what the"',
  '"in which the"',
]

/** PostgreSQL beside SQLite: publishing, reads, searches, and several servers on it. */
export async function measurePostgres(contentDir: string, dbFile: string, rounds: number, report: Report) {
  const server = PostgresServer.create(port, settings)
  const { url } = server
  try {
    await server.start()
    await measurePublishing(url, contentDir, dbFile, rounds, report)
    await measureReads(url, dbFile, report)
    await measureSeveralServers(url, contentDir, dbFile, rounds, report)
  } finally {
    await server.remove()
  }
}

async function measurePublishing(url: string, contentDir: string, dbFile: string, rounds: number, report: Report) {
  const client = new pg.Client(url)
  await client.connect()
  const ask = async (text: string) => Number((await client.query<[unknown]>({ text, rowMode: 'array' })).rows[0]?.[0])
  const log = () => ask("SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn")

  startRowLog(dbFile)
  const started = performance.now()
  await publish({ url, dbFile })
  report('publish, empty PostgreSQL', (performance.now() - started) / 1000, 's')
  const size = await ask('SELECT pg_database_size(current_database())')
  report('  its size', size / 1e6, 'MB')

  const times: number[] = []
  const logged: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    editFile(contentDir, `published ${round}`)
    compileApart(contentDir, dbFile)
    const [before, start] = [await log(), performance.now()]
    const published = await publish({ url, dbFile })
    if (published.kind !== 'changes') throw new Error('More than the change was published.')
    times.push(performance.now() - start)
    logged.push((await log()) - before)
  }
  report('publish, one file changed', median(times), 'ms')
  report('  write-ahead log', median(logged) / 1000, 'kB')
  await client.end()
}

/** The same reads with both engines, in turns. */
async function measureReads(url: string, dbFile: string, report: Report) {
  const postgres = new PostgresLibrary(url, (await generateSchema()).hash)
  const engines = { PostgreSQL: postgres, SQLite: new SqliteLibrary(followStore(dbFile)) }
  const store = openStoreToRead(dbFile)
  const keys = listQuestionKeys(store).slice(0, 2 * pages)
  const kinds = Object.keys(queryKinds) as QueryKind[]
  const texts = kinds.flatMap((kind) => listKnownItems(store, kind, queriesOfEachKind).map(({ text }) => text))
  store.close()
  const compare = async <Asked>(
    what: string,
    asked: readonly Asked[],
    ask: (library: Library, one: Asked) => unknown,
  ) => {
    const times: Record<string, number[]> = { PostgreSQL: [], SQLite: [] }
    for (const one of asked) {
      for (const [name, library] of Object.entries(engines)) {
        const started = performance.now()
        await ask(library, one)
        times[name]?.push(performance.now() - started)
      }
    }
    for (const share of [0.5, 0.99]) {
      const [own = 0, near = 0] = Object.values(times).map((each) => percentile(each, share))
      report(`${what}, p${share * 100}`, own, 'ms', `SQLite ${near.toFixed(1)} ms`)
    }
  }
  const { questions } = await postgres.readState()
  const last = Math.max(1, Math.floor(questions / 100) - 5)
  const search = (library: Library, text: string) => library.search({ text, subject: undefined, page: 1, pageSize: 20 })
  for (const key of keys.splice(0, pages)) for (const library of Object.values(engines)) await library.readQuestion(key)
  await compare('reads of a question page', keys, (library, key) => library.readQuestion(key))
  await compare(
    'reads of the deepest list pages',
    Array.from({ length: 20 }, (_, index) => Math.max(1, last - index)),
    (library, page) => library.readAuthor('quicktakes', page),
  )
  for (const text of texts.slice(0, 20)) for (const library of Object.values(engines)) await search(library, text)
  await compare('a search', texts, search)
  await compare('a search for a phrase of stop words', phrases, search)
  await postgres.end()
}
