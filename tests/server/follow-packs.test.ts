import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, mock, test } from 'node:test'
import { PackFolder } from '@/lib/core/pack-folder'
import { listPackFiles } from '@/lib/core/packs'
import { notePacks, recordReads } from '@/lib/library/reads'
import { ChangeLog } from '@/lib/server/change-log'
import { followPacks } from '@/lib/server/follow-packs'

const root = mkdtempSync(path.join(tmpdir(), 'packs-'))
const folder = path.join(root, 'packs')
after(() => rmSync(root, { recursive: true }))

/** Writes a pack as the command does. */
function put(name: string, text: string) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, `.${name}.7`), text)
  renameSync(path.join(folder, `.${name}.7`), path.join(folder, name))
}

test('pages that offer outdated packs are invalidated, others are not', async () => {
  const log = new ChangeLog()
  const packs = new PackFolder(folder)
  const timer = followPacks(packs, log, 1)
  after(() => clearInterval(timer))
  const render = async (subject: string) => {
    const offered = listPackFiles(subject, packs.readSizes())
    const { reads } = await recordReads(async () => notePacks(subject, offered, packs.changedAt))
    // Like a page that reads the library too.
    const recorded = { reads: { ...reads, sequence: 0 }, era: log.era }
    return { files: offered.map(({ file }) => file), isValid: () => log.isValid(recorded) }
  }
  const turnsInvalid = async (page: { isValid: () => boolean }) => {
    while (page.isValid()) await new Promise((resolve) => setTimeout(resolve, 1))
  }
  const [none, other] = [await render('physics'), await render('law')]
  assert.deepEqual(none.files, [])
  put('physics.epub', 'a book')
  await turnsInvalid(none)
  const one = await render('physics')
  assert.deepEqual(one.files, ['physics.epub'])
  put('physics.epub', 'a longer book')
  await turnsInvalid(one)
  const longer = await render('physics')
  put('physics.zip', 'pages')
  await turnsInvalid(longer)
  const two = await render('physics')
  assert.deepEqual(two.files, ['physics.epub', 'physics.zip'])
  rmSync(folder, { recursive: true })
  await turnsInvalid(two)
  const again = await render('physics')
  assert.deepEqual(again.files, [])
  assert.ok(again.isValid(), 'valid again, as at first')
  assert.ok(other.isValid(), 'no pack of another subject matters')
})

test('what changed a moment ago is read again, since polling may have missed it', async () => {
  put('physics.epub', 'a book')
  const packs = new PackFolder(folder)
  const readUntil = async () => {
    const { reads } = await recordReads(async () =>
      notePacks('physics', listPackFiles('physics', packs.readSizes()), packs.changedAt),
    )
    return reads.until
  }
  assert.ok((await readUntil()) <= Date.now() + 60_000)
  const inAnHour = Date.now() + 3_600_000
  const now = mock.method(Date, 'now', () => inAnHour)
  assert.equal(await readUntil(), Number.POSITIVE_INFINITY)
  now.mock.restore()
  rmSync(folder, { recursive: true })
})

test('half-written files, empty files and folders are not packs', () => {
  mkdirSync(path.join(folder, 'law.zim'), { recursive: true })
  writeFileSync(path.join(folder, '.law.zip.7'), 'half')
  writeFileSync(path.join(folder, 'law.epub'), '')
  assert.deepEqual([...new PackFolder(folder).readSizes()], [])
  assert.deepEqual([...new PackFolder(path.join(root, 'nowhere')).readSizes()], [])
})

test('a folder in which nothing changed is not read again', () => {
  put('law.apkg', 'a deck')
  const packs = new PackFolder(folder)
  const inAnHour = Date.now() + 3_600_000
  const now = mock.method(Date, 'now', () => inAnHour)
  assert.deepEqual([...packs.readSizes()], [['law.apkg', 6]])
  assert.equal(packs.readSizes(), packs.readSizes())
  put('law.zip', 'pages')
  utimesSync(folder, 0, 0)
  assert.deepEqual([...packs.readSizes().keys()].sort(), ['law.apkg', 'law.zip'])
  now.mock.restore()
})
