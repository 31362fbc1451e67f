import assert from 'node:assert/strict'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { packsFolder } from '@/lib/core/packs'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { startSite } from './site'

/** No other test has packs of this subject. */
const subject = 'packed-while-it-runs'
const file = path.join(packsFolder, `${subject}.epub`)
const half = path.join(packsFolder, `.${subject}.epub.7`)
const library = new TemporaryLibrary({ [`${subject}/a.md`]: toQuestionFile('What is it?') })
const site = await startSite(library.contentDir)
after(() => {
  for (const each of [file, half]) rmSync(each, { force: true })
})

/** Less than the minute after which a page that was rendered with a new pack is rendered again anyway. */
const longest = 30_000
const isOffered = async (size: string) => {
  const html = await (await fetch(`${site.url}/learn/${subject}`)).text()
  return html.includes(`/packs/${subject}.epub`) && html.includes(size)
}

async function becomes(offered: boolean, size: string) {
  const end = Date.now() + longest
  while ((await isOffered(size)) !== offered) {
    assert.ok(Date.now() < end, `soon ${offered ? '' : 'not '}offered`)
    await sleep(100)
  }
}

test('a pack is offered without a restart, once it is complete and until it is removed', async () => {
  mkdirSync(packsFolder, { recursive: true })
  assert.equal(await isOffered(''), false)
  writeFileSync(half, 'x'.repeat(23_000))
  assert.equal((await fetch(`${site.url}/packs/${path.basename(half)}`)).status, 404)
  assert.equal((await fetch(`${site.url}/packs/${subject}.epub`)).status, 404)
  renameSync(half, file)
  await becomes(true, '23 KB')
  assert.equal((await (await fetch(`${site.url}/packs/${subject}.epub`)).text()).length, 23_000)
  writeFileSync(half, 'y'.repeat(4_700_000))
  assert.ok(await isOffered('23 KB'), 'nothing changes before it is complete')
  renameSync(half, file)
  await becomes(true, '4.7 MB')
  rmSync(file)
  await becomes(false, '')
})
