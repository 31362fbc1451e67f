import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { startSite } from './site'

const path = '/learn/law/questions/a'
const library = new TemporaryLibrary({ 'law/a.md': toQuestionFile('First title?'), 'law/b.md': toQuestionFile('B?') })
const site = await startSite(library.contentDir)

const get = async (address: string) => {
  const response = await fetch(site.url + address)
  return { status: response.status, html: await response.text(), cache: response.headers.get('x-nextjs-cache') }
}

test('a page is rendered at its first visit and then kept', async () => {
  assert.notEqual((await get(path)).cache, 'HIT')
  assert.equal((await get(path)).cache, 'HIT')
})

test('an edit is visible at the next request, everywhere it shows', async () => {
  for (const address of [path, '/learn/law', '/', '/learn']) await get(address)
  library.write('law/a.md', toQuestionFile('Second title?'))
  library.write('medicine/c.md', toQuestionFile('C?'))
  await library.compile({ dbFile: site.dbFile })
  assert.match((await get(path)).html, /Second title\?/)
  assert.match((await get('/learn/law')).html, /Second title\?/)
  assert.match((await get('/')).html, /Second title\?/)
  assert.match((await get('/learn')).html, /medicine/)
  assert.equal((await get('/learn/medicine/questions/c')).status, 200)
})

test('a deleted question is not found at the next request, a new one is', async () => {
  assert.equal((await get('/learn/law/questions/new')).status, 404)
  library.write('law/new.md', toQuestionFile('New?'))
  library.remove('law/a.md')
  await library.compile({ dbFile: site.dbFile })
  assert.equal((await get('/learn/law/questions/new')).status, 200)
  assert.equal((await get(path)).status, 404)
})

test('a compile that fails changes nothing for visitors', async () => {
  const before = await get('/learn/law/questions/new')
  library.write('law/new.md', 'broken')
  library.write('law/b.md', toQuestionFile('Changed beside a broken file?'))
  assert.equal((await library.compile({ dbFile: site.dbFile })).published, false)
  assert.equal((await get('/learn/law/questions/new')).html, before.html)
  assert.match((await get('/learn/law/questions/b')).html, /B\?/)
})
