import assert from 'node:assert/strict'
import { copyFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { mock, test } from 'node:test'
import { recordReads } from '@/lib/library/reads'
import { ChangeLog } from '@/lib/server/change-log'
import { followStore } from '@/lib/store/read/open-store'
import { SqliteLibrary } from '@/lib/store/read/sqlite-library'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

const key = { subject: 'law', slug: 'a' }

/** A library and its change log as in a server, and a function that renders a page from it. */
async function open(title: string) {
  const temporary = new TemporaryLibrary({ 'law/a.md': toQuestionFile(title) })
  await temporary.compile()
  const library = new SqliteLibrary(followStore(temporary.dbFile))
  const log = new ChangeLog()
  const look = async () => log.apply(await library.changesSince(log.state.sequence))
  const readTitle = async () => (await library.readQuestion(key))?.question.title
  const render = async () => {
    await look()
    const { era } = log
    const { result, reads } = await recordReads(readTitle)
    return { title: result, recorded: { reads, era } }
  }
  return { temporary, log, look, readTitle, render }
}

type Opened = Awaited<ReturnType<typeof open>>

async function edit({ temporary }: Opened, title: string) {
  temporary.write('law/a.md', toQuestionFile(title))
  await temporary.compile()
}

/** Restores a copy of the store as docs/operating.md describes. */
function putBack({ dbFile }: TemporaryLibrary, copy: string) {
  for (const suffix of ['-wal', '-shm']) rmSync(dbFile + suffix, { force: true })
  renameSync(copy, dbFile)
}

async function expectSeen(opened: Opened, page: Awaited<ReturnType<Opened['render']>>, title: string) {
  while ((await opened.readTitle()) !== title) await new Promise((resolve) => setTimeout(resolve, 50))
  await opened.look()
  assert.equal(opened.log.isValid(page.recorded), false, 'the page from before is no longer shown')
  const next = await opened.render()
  assert.equal(next.title, title)
  assert.equal(opened.log.isValid(next.recorded), true, 'the current page is cached')
}

test('an older copy of the store is restored: pages that are newer than the copy are dropped', async () => {
  const opened = await open('Before?')
  const copy = path.join(opened.temporary.root, 'copy.db')
  copyFileSync(opened.temporary.dbFile, copy)
  await edit(opened, 'After?')
  const page = await opened.render()
  assert.equal(page.title, 'After?')
  putBack(opened.temporary, copy)
  await expectSeen(opened, page, 'Before?')
})

test('an older copy is restored and compiled before the next poll: pages are dropped too', async () => {
  const opened = await open('Before?')
  const copy = path.join(opened.temporary.root, 'copy.db')
  copyFileSync(opened.temporary.dbFile, copy)
  await edit(opened, 'After?')
  const page = await opened.render()
  putBack(opened.temporary, copy)
  opened.temporary.write('law/b.md', toQuestionFile('Another?'))
  await edit(opened, 'Later?')
  await expectSeen(opened, page, 'Later?')
})

test('a store is rebuilt with the clock a day back: pages from before are dropped, later edits are seen', async () => {
  const opened = await open('Before?')
  const page = await opened.render()
  const yesterday = Date.now() - 86_400_000
  const now = mock.method(Date, 'now', () => yesterday)
  rmSync(opened.temporary.dbFile)
  await edit(opened, 'Rebuilt?')
  now.mock.restore()
  await expectSeen(opened, page, 'Rebuilt?')
  const rebuilt = await opened.render()
  await edit(opened, 'Edited?')
  await expectSeen(opened, rebuilt, 'Edited?')
})

test('a log that is told of an earlier state of the same store is cleared', () => {
  const log = new ChangeLog()
  log.apply({ state: { store: 'a', sequence: 10 }, keys: undefined })
  const reads = { keys: new Set(['question 1']), stores: new Set(['a']), sequence: 10, until: Number.POSITIVE_INFINITY }
  const recorded = { reads, era: log.era }
  log.apply({ state: { store: 'a', sequence: 11 }, keys: ['question 2'] })
  assert.equal(log.isValid(recorded), true)
  log.apply({ state: { store: 'a', sequence: 9 }, keys: [] })
  assert.equal(log.isValid(recorded), false)
})

test('a page that was read from a replica that lags behind the first state of the log is not valid', () => {
  const log = new ChangeLog()
  log.apply({ state: { store: 'a', sequence: 10 }, keys: undefined })
  const toRecorded = (sequence: number) => ({
    reads: { keys: new Set(['question 1']), stores: new Set(['a']), sequence, until: Number.POSITIVE_INFINITY },
    era: log.era,
  })
  assert.equal(log.isValid(toRecorded(9)), false)
  assert.equal(log.isValid(toRecorded(10)), true)
  assert.equal(log.isValid(toRecorded(Number.POSITIVE_INFINITY)), true)
})
