import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { getPage, listRendered } from './rendered'
import { startSite } from './site'

const toFile = (title: string, page_keywords: string) =>
  toQuestionFile(title, { seo: { page_description: `On ${title}`, page_keywords } })

const library = new TemporaryLibrary({ 'medicine/pulse.md': toFile('Pulse?', 'heart') })
for (let number = 1; number <= 5; number += 1) {
  library.write(`law/tort${number}.md`, toFile(`Tort ${number}?`, 'tort law'))
  library.write(`law/crime${number}.md`, toFile(`Crime ${number}?`, 'crimes, thin'.slice(0, number < 5 ? 12 : 6)))
}
const site = await startSite(library.contentDir)

const topic = (slug: string) => `/learn/law/topics/${slug}`
const question = (slug: string) => `/learn/law/questions/${slug}`
const pages = [
  '/learn/law',
  '/learn/law/a-z',
  '/learn/medicine',
  topic('tort-law'),
  topic('crime'),
  question('tort1'),
  question('crime1'),
]

const get = (address: string) => getPage(site, address)

const listLinks = (html: string) => [...html.matchAll(/href="(\/learn\/law\/topics\/[^"]*)"/g)].map(([, href]) => href)

const findRendered = (change: () => void) => listRendered(site, library, pages, change)

test('a subject and a question link to their topics; a thin topic has neither link nor page', async () => {
  assert.deepEqual(listLinks((await get('/learn/law')).html), [topic('crime'), topic('tort-law')])
  assert.deepEqual(listLinks((await get('/learn/law/a-z')).html), [topic('crime'), topic('tort-law')])
  assert.deepEqual(listLinks((await get(question('crime1'))).html), [topic('crime')])
  assert.equal((await get(topic('thin'))).status, 404)
  assert.equal((await get(topic('tort-law/page/2'))).status, 404)
  assert.equal((await get(topic('tort-law/a-z'))).status, 404)
  const { status, html } = await get(topic('tort-law'))
  assert.equal(status, 200)
  assert.match(html, /<h1[^>]*>Tort law<\/h1>/)
  assert.match(html, /<title>Tort law in Law: questions and answers \| /)
})

test('a new title: its topic’s page, not the others', async () => {
  const rendered = await findRendered(() => library.write('law/tort2.md', toFile('New tort?', 'tort law')))
  assert.ok(rendered.includes(topic('tort-law')))
  assert.ok(!rendered.includes(topic('crime')))
  assert.match((await get(topic('tort-law'))).html, /New tort\?/)
})

test('a topic that gets its fifth question has a page, and links to it appear', async () => {
  const rendered = await findRendered(() => library.write('law/crime5.md', toFile('Crime 5?', 'crimes, thin')))
  assert.ok(rendered.includes('/learn/law') && rendered.includes(question('crime1')))
  assert.ok(!rendered.includes(question('tort1')) && !rendered.includes(topic('tort-law')))
  assert.equal((await get(topic('thin'))).status, 200)
  assert.deepEqual(listLinks((await get(question('crime1'))).html), [topic('crime'), topic('thin')])
})

test('a topic that falls below five questions is gone, with all links to it', async () => {
  await findRendered(() => library.remove('law/tort1.md'))
  assert.equal((await get(topic('tort-law'))).status, 404)
  assert.doesNotMatch((await get('/learn/law')).html, /tort-law/)
  assert.deepEqual(listLinks((await get(question('tort2'))).html), [])
})
