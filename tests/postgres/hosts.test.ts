import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import path from 'node:path'
import { after, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import Database from 'libsql'
import pg from 'pg'
import { parseSettings } from '@/lib/core/settings'
import { toSentence } from '@/lib/postgres/failures'
import { toHostUrls } from '@/lib/postgres/hosts'
import { Sessions } from '@/lib/postgres/session'
import { main } from '@/scripts/publish'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { createDatabase, openPostgresLibrary, publishLibrary } from './databases'
import { query } from './query'

const library = new TemporaryLibrary({ 'law/a.md': toQuestionFile('What is a tort?') })
await library.compile()
const url = await createDatabase()

test('a URL of several hosts is split into one for each', () => {
  assert.deepEqual(toHostUrls('postgres://me:p,w@one:1,two:2/library?sslmode=require'), [
    'postgres://me:p,w@one:1/library?sslmode=require',
    'postgres://me:p,w@two:2/library?sslmode=require',
  ])
  assert.deepEqual(toHostUrls(url), [url])
})

test('hosts that do not answer are skipped, by publishers and by servers', async () => {
  const several = url.replace('@', '@127.0.0.1:1,')
  assert.equal((await publishLibrary(library, several)).kind, 'everything')
  assert.equal((await openPostgresLibrary(several).readState()).questions, 1)
  await assert.rejects(
    publishLibrary(library, url.replace(/:\d+\//, ':1/')),
    /^Error: No PostgreSQL host in DATABASE_URL can/,
  )
})

test('publishers and servers report an unreadable certificate with the setting that names it', async () => {
  const missing = `${url}?sslmode=verify-full&sslrootcert=/missing.crt`
  const told = /DATABASE_URL .*\/missing\.crt/
  await assert.rejects(publishLibrary(library, missing), told)
  await assert.rejects(openPostgresLibrary(missing).readState(), told)
})

test('connections that the server ends are replaced, and no read fails, however many there were', async () => {
  const read = openPostgresLibrary(url)
  const end =
    "SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity WHERE application_name = 'quicktakes' AND pid <> pg_backend_pid()"
  const inOtherProcess = `import pg from 'pg'; const client = new pg.Client('${url}'); await client.connect()
    await client.query("${end}"); await client.end()`
  const count = async () => (await read.readState()).questions
  for (let time = 0; time < 3; time += 1) {
    assert.deepEqual(await Promise.all([1, 2, 3, 4].map(count)), [1, 1, 1, 1])
    await query(url, end)
    await setTimeout(time * 20)
    assert.deepEqual(await Promise.all([1, 2, 3, 4].map(count)), [1, 1, 1, 1])
    // Meanwhile this process waits, and so does not learn that its connections are closed.
    execFileSync(process.execPath, ['--input-type=module', '--eval', inOtherProcess])
    assert.equal(await count(), 1)
  }
})

test('reads set what they depend on, whatever the database sets: a server that is cut off soon loses its snapshot', async () => {
  const database = await createDatabase()
  const set = ['jit = on', 'max_parallel_workers_per_gather = 8', 'statement_timeout = 0', 'plan_cache_mode = auto']
  for (const one of set) await query(database, `ALTER DATABASE ${database.replace(/.*\//, '')} SET ${one}`)
  const sessions = new Sessions(database, { text: 'SELECT 1' }, 'any')
  after(() => sessions.end())
  const needed = {
    idle_in_transaction_session_timeout: '20s',
    jit: 'off',
    max_parallel_workers_per_gather: '0',
    plan_cache_mode: 'force_generic_plan',
    statement_timeout: '3s',
  }
  const names = Object.keys(needed)
  const text = 'SELECT name, current_setting(name) AS value FROM unnest($1::text[]) name'
  const rows = await sessions.read((ask) => ask<{ name: string; value: string }>({ text }, names))
  assert.deepEqual(Object.fromEntries(rows.map(({ name, value }) => [name, value])), needed)
})

test('a server reports what each host answered, and what to do about it', async () => {
  await query(url, 'CREATE ROLE stranger LOGIN; CREATE ROLE crowded LOGIN CONNECTION LIMIT 0')
  const empty = await createDatabase()
  const readAs = (role: string, at = url) => openPostgresLibrary(at.replace('postgres@', `${role}@`)).readState()
  await assert.rejects(openPostgresLibrary(empty).readState(), /127.0.0.1:\d+: .*: publish with this version/)
  await assert.rejects(readAs('stranger'), /permission denied .*: give the role .* the rights/)
  await assert.rejects(readAs('crowded'), /too many connections .*: allow more/)
  const several = url.replace('@', '@127.0.0.1:1,').replace(/library_\d+$/, 'missing')
  await assert.rejects(openPostgresLibrary(several).readState(), (error: Error) =>
    /127.0.0.1:1: .*ECONNREFUSED.*; 127.0.0.1:\d+: database "missing" does not exist/.test(error.message),
  )
  await assert.rejects(publishLibrary(library, empty.replace('postgres@', 'stranger@')), /denied .*: give the role/)
})

test('a publisher whose lock is refused says what to do', async () => {
  const schema = (await query(url, "SELECT min(nspname) AS name FROM pg_namespace WHERE nspname LIKE 'library%'"))[0]
    ?.name
  const reader = new pg.Client(url)
  await reader.connect()
  await reader.query(`BEGIN; SELECT FROM ${schema}.state`)
  const refused = await query(url, `BEGIN; LOCK TABLE ${schema}.state NOWAIT`).catch((error) => toSentence(error))
  await reader.end()
  assert.match(String(refused), /^could not obtain lock .*: publish again after .* backup/)
})

test('if no more connections are allowed, reads go on in the existing ones', async () => {
  await query(url, `CREATE ROLE alone LOGIN SUPERUSER`)
  const read = openPostgresLibrary(url.replace('postgres@', 'alone@'))
  await read.readState()
  await query(url, 'ALTER ROLE alone NOSUPERUSER CONNECTION LIMIT 1; GRANT pg_read_all_data TO alone')
  const reads = await Promise.allSettled([1, 2, 3, 4].map(() => read.readState()))
  assert.deepEqual([...new Set(reads.map(({ status }) => status))].sort(), ['fulfilled', 'rejected'])
  assert.equal((await read.readState()).questions, 1)
})

test('npm run publish publishes the store, and reports what is wrong in a sentence', async (context) => {
  const said: string[] = []
  context.mock.method(console, 'log', (line: string) => said.push(line))
  context.mock.method(console, 'error', (line: string) => said.push(line))
  const settings = parseSettings({ CONTENT_DB: library.dbFile, DATABASE_URL: url })
  assert.equal(await main(['--republish', '--drop-old'], settings), 0)
  assert.equal(await main([], settings), 0)
  assert.equal(await main([], { ...settings, databaseUrl: undefined }), 2)
  assert.equal(await main(['--db', '/nowhere/content.db'], settings), 2)
  assert.match(said[0] ?? '', /^PostgreSQL: everything loaded in \d+ ms\.$/)
  assert.match(said[1] ?? '', /^Dropped: library_\d+_\d+_[0-9a-f]{12}_until_\d+\.$/)
  assert.match(said[2] ?? '', /^PostgreSQL is up to date/)
  assert.match(said[3] ?? '', /^DATABASE_URL is not set/)
  assert.match(said.at(-1) ?? '', /^There is no content store at \/nowhere/)
})

test('a store of another schema definition is not published: no server would read it', async (context) => {
  const said: string[] = []
  context.mock.method(console, 'error', (line: string) => said.push(line))
  const dbFile = path.join(library.root, 'older.db')
  cpSync(library.dbFile, dbFile)
  const store = new Database(dbFile)
  store.exec(`UPDATE meta SET value = '${'0'.repeat(64)}' WHERE key = 'schemaHash'`)
  store.close()
  const empty = await createDatabase()
  assert.equal(await main(['--db', dbFile, '--drop-old'], parseSettings({ DATABASE_URL: empty })), 2)
  assert.match(said.join(), /was made before contentlayer.config.ts was changed. Run “npm run content”/)
  assert.deepEqual(await query(empty, "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'library%'"), [])
})
