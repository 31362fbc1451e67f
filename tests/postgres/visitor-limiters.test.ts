import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { mock, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { RateLimiterMemory, RLWrapperTimeouts } from 'rate-limiter-flexible'
import { log } from '@/lib/core/log'
import { preparePostgresLimiters } from '@/lib/postgres/visitor-limiters'
import { type OpenLimiter, SearchBudget } from '@/lib/server/search-budget'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { startCountingProxy } from './counting-proxy'
import { createDatabase, publishLibrary } from './databases'
import { query } from './query'

const pause = 50
/** A timer may fire up to a millisecond early. */
const pauseIsOver = () => sleep(pause + 2)
const warn = mock.method(log, 'warn')
const info = mock.method(log, 'info')

const sql = /CREATE ROLE [^`]*/.exec(readFileSync('docs/scaling.md', 'utf8'))?.[0] ?? ''
let hasRoles = false

/** A database set up with the SQL of docs/scaling.md, or the part before `until`, and a library published there. */
async function setUp(until = '```') {
  const url = await createDatabase()
  // Roles are shared by all databases.
  const skipped = hasRoles ? /^\\c|^CREATE (?:DATABASE|ROLE)/ : /^\\c|^CREATE DATABASE/
  hasRoles = true
  const lines = (sql.split(until)[0] ?? '').split('\n').filter((line) => !skipped.test(line))
  await query(url, lines.join('\n'))
  await query(url, `ALTER DATABASE ${url.replace(/.*\//, '')} OWNER TO publisher`)
  const library = new TemporaryLibrary({ 'law/a.md': toQuestionFile('Why?') })
  await library.compile()
  await publishLibrary(library, url.replace('//postgres@', '//publisher@'))
  const reader = await startCountingProxy(url.replace('//postgres@', '//reader@'))
  return { url, reader }
}

/** A server's budget, counted in PostgreSQL, with the fallback of lib/engine/visitor-limiters.ts. */
function openBudget(url: string, [searches, ms]: [number, number], of: 'searches' | 'sheets' = 'searches') {
  const open = preparePostgresLimiters(url, pause)
  const insured: OpenLimiter = (options) =>
    new RLWrapperTimeouts({
      limiter: open(options),
      timeoutMs: 1_000,
      insuranceLimiter: new RateLimiterMemory(options),
    })
  return new SearchBudget(searches, ms, { percent: 50, open: insured, of })
}

const whose = async (budget: SearchBudget, visitor: number) => (await budget.take(visitor))?.whose

test('a visitor’s budget holds across all servers, whose role has only the documented rights', async () => {
  const { url, reader } = await setUp()
  const [one, other] = [openBudget(reader.url, [3, 100]), openBudget(reader.url, [3, 100])] as const
  const taken = []
  for (const budget of [one, other, one, other, one]) taken.push(await whose(budget, 7))
  assert.deepEqual(taken, [undefined, undefined, undefined, 'visitor', 'visitor'])
  assert.equal(await whose(other, 8), undefined)
  one.charge(8, 99.5)
  while ((await query(url, "SELECT FROM visitors.budget WHERE key = 'ms:8'")).length === 0) await sleep(5)
  assert.equal(await whose(other, 8), 'visitor')
  assert.equal(warn.mock.callCount(), 0)
  const [table] = await query(url, "SELECT relpersistence AS kind FROM pg_class WHERE relname = 'budget'")
  assert.equal(table?.kind, 'u', 'the table is unlogged')
})

test('sheets are counted across all servers too, separately from searches', async () => {
  const { reader } = await setUp()
  const [one, other] = [openBudget(reader.url, [2, 100], 'sheets'), openBudget(reader.url, [2, 100], 'sheets')] as const
  const searches = openBudget(reader.url, [2, 100])
  const taken = []
  for (const budget of [one, other, one, searches, other, searches]) taken.push(await whose(budget, 7))
  assert.deepEqual(taken, [undefined, undefined, 'visitor', undefined, 'visitor', undefined])
})

test('a search costs two round trips before its answer, and refusing a visitor again none', async () => {
  const { reader } = await setUp()
  const budget = openBudget(reader.url, [2, 100])
  await budget.take(1)
  assert.equal(await reader.count(() => budget.take(1)), 2)
  assert.equal(await whose(budget, 1), 'visitor')
  const asked = await reader.count(async () => assert.equal(await whose(budget, 1), 'visitor'))
  assert.equal(asked, 0)
})

test('while PostgreSQL is down a server counts by itself, logs it once, and then counts together again', async () => {
  const { reader } = await setUp()
  const budget = openBudget(reader.url, [2, 100])
  assert.equal(await whose(budget, 1), undefined)
  await reader.close()
  const before = warn.mock.callCount()
  const taken = []
  for (let search = 0; search < 3; search += 1) {
    taken.push(await whose(budget, 2))
    await pauseIsOver()
  }
  assert.deepEqual(taken, [undefined, undefined, 'visitor'])
  assert.equal(warn.mock.callCount() - before, 1)
  assert.match(String(warn.mock.calls.at(-1)?.arguments[0]), /^This server counts searches and sheets by itself/)
  await reader.open()
  await pauseIsOver()
  const informed = info.mock.callCount()
  assert.equal(await reader.count(() => budget.take(3)).then((trips) => trips > 0), true)
  assert.equal(info.mock.callCount() - informed, 1)
})

test('a role that can read counts is not taken for one that can write them', async () => {
  const { reader } = await setUp('CREATE SCHEMA visitors')
  const [warned, informed] = [warn.mock.callCount(), info.mock.callCount()]
  const limiter = preparePostgresLimiters(reader.url, pause)({ keyPrefix: 'searches', points: 2, duration: 60 })
  for (let search = 0; search < 2; search += 1) {
    await assert.rejects(limiter.penalty(1), /permission denied/)
    await pauseIsOver()
    assert.equal(await limiter.get(1), null)
  }
  assert.deepEqual([warn.mock.callCount() - warned, info.mock.callCount() - informed], [1, 0])
})

test('a server whose role can only read counts by itself, and logs it once', async () => {
  const { reader } = await setUp('CREATE SCHEMA visitors')
  const before = warn.mock.callCount()
  const budget = openBudget(reader.url, [2, 100])
  const taken = []
  for (let search = 0; search < 3; search += 1) {
    taken.push(await whose(budget, 1))
    await pauseIsOver()
  }
  assert.deepEqual(taken, [undefined, undefined, 'visitor'])
  assert.equal(warn.mock.callCount() - before, 1)
  assert.match(String(warn.mock.calls.at(-1)?.arguments[0]), /permission denied/)
})
