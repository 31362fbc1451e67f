import assert from 'node:assert/strict'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { TemporaryLibrary, toQuestionFile, toRelated } from '../temporary-library'
import { getPage, listRendered } from './rendered'
import { publish, startSite } from './site'

const at = (subject: string, slug: string) => `/learn/${subject}/questions/${slug}`
const question = (
  subject: string,
  slug: string,
  title: string,
  fields: Record<string, unknown> = {},
  body?: string,
) => ({
  [`${subject}/${slug}.md`]: toQuestionFile(
    title,
    { seo: { page_description: `Judges weigh evidence before ${slug} decides.` }, ...fields },
    body,
  ),
})

/** Seven days of law and two of medicine; `seven` names `one` as related, `four` an address that does not exist yet. */
const library = new TemporaryLibrary({
  ...question('law', 'one', 'Alpha contract?', { date: '2026-01-01' }),
  ...question('law', 'two', 'Beta tort?', { date: '2026-01-02', ...toRelated(at('law', 'three')) }),
  ...question('law', 'three', 'Gamma estoppel?', { date: '2026-01-03' }),
  ...question('law', 'four', 'Delta easement?', { date: '2026-01-04', ...toRelated(at('law', 'later')) }),
  ...question('law', 'five', 'Epsilon lien?', { date: '2026-01-05' }),
  ...question('law', 'six', 'Zeta bailment?', { date: '2026-01-06' }),
  ...question('law', 'seven', 'Eta mens rea?', { date: '2026-01-07', ...toRelated(at('law', 'one')) }),
  ...question('medicine', 'pulse', 'Theta pulse?', {
    ...toRelated(at('law', 'two'), at('law', 'three'), at('law', 'four'), at('law', 'five'), at('law', 'six')),
  }),
  ...question('medicine', 'blood', 'Iota blood?', {
    ...toRelated(at('law', 'two'), at('law', 'three'), at('law', 'four'), at('law', 'five'), at('medicine', 'pulse')),
  }),
})
const site = await startSite(library.contentDir)

const pages = [
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven'].map((slug) => at('law', slug)),
  at('medicine', 'pulse'),
  at('medicine', 'blood'),
  '/learn/law',
  '/learn/law/a-z',
  '/learn/medicine',
  '/learn',
  '/',
  '/about',
]

const get = (address: string) => getPage(site, address)

const findRendered = (change: () => void) => listRendered(site, library, pages, change)

const write = (...[subject, slug, ...rest]: Parameters<typeof question>) => {
  for (const [file, text] of Object.entries(question(subject, slug, ...rest))) library.write(file, text)
}

test('a page is rendered on its first visit and then cached', async () => {
  assert.notEqual((await get(at('law', 'one'))).cache, 'HIT')
  assert.equal((await get(at('law', 'one'))).cache, 'HIT')
})

test('without a change, nothing is rendered', async () => {
  assert.deepEqual(await findRendered(() => undefined), [])
})

test('a new answer: only the question’s page', async () => {
  const change = () => write('law', 'three', 'Gamma estoppel?', { date: '2026-01-03' }, 'A better answer.')
  assert.deepEqual(await findRendered(change), [at('law', 'three')])
  assert.match((await get(at('law', 'three'))).html, /A better answer\./)
})

test('a new title: the pages that show it, and no others', async () => {
  const rendered = await findRendered(() =>
    write('law', 'three', 'New gamma?', { date: '2026-01-03' }, 'A better answer.'),
  )
  for (const page of [
    at('law', 'three'),
    at('law', 'two'),
    at('medicine', 'blood'),
    '/learn/law',
    '/learn/law/a-z',
    '/',
  ]) {
    assert.ok(rendered.includes(page), page)
  }
  for (const page of pages.filter((address) => !rendered.includes(address))) {
    assert.doesNotMatch((await get(page)).html, /New gamma\?/, `${page} was kept`)
  }
  for (const page of rendered.filter((address) => address.startsWith('/learn/'))) {
    assert.match((await get(page)).html, /New gamma\?/, `${page} was rendered`)
  }
  assert.ok(!rendered.includes('/learn/medicine') && !rendered.includes('/about'))
})

test('a new question: its lists, and what it links to with the pages that show that, not the rest of the subject', async () => {
  const rendered = await findRendered(() =>
    write('law', 'between', 'Omicron?', { date: '2026-01-05', ...toRelated(at('law', 'one')) }),
  )
  assert.equal((await get(at('law', 'between'))).status, 200)
  for (const page of ['/learn/law', '/learn/law/a-z', '/', '/learn']) assert.ok(rendered.includes(page), page)
  const questions = rendered.filter((page) => page.includes('/questions/'))
  // A question with more links to it moves on its topics' paths.
  assert.deepEqual(questions, [at('law', 'one'), at('law', 'seven')])
})

test('a question that others already link to appears on their pages', async () => {
  assert.doesNotMatch((await get(at('law', 'four'))).html, /Pi later\?/)
  const rendered = await findRendered(() => write('law', 'later', 'Pi later?', { date: '2025-01-01' }))
  assert.ok(rendered.includes(at('law', 'four')))
  assert.match((await get(at('law', 'four'))).html, /Pi later\?/)
})

test('a removed question leaves the sidebars and lists that showed it, and is not found', async () => {
  const rendered = await findRendered(() => library.remove('law/later.md'))
  assert.ok(rendered.includes(at('law', 'four')))
  assert.doesNotMatch((await get(at('law', 'four'))).html, /Pi later\?/)
  assert.equal((await get(at('law', 'later'))).status, 404)
})

test('a new name for a subject: every page that names it', async () => {
  const rendered = await findRendered(() => library.write('./subjects/law.yml', 'title: Jurisprudence\n'))
  assert.deepEqual(
    rendered,
    pages.filter((page) => page !== '/about'),
  )
  assert.match((await get(at('medicine', 'pulse'))).html, /Jurisprudence/)
})

test('a compile that fails changes nothing for visitors', async () => {
  for (const page of pages) await get(page)
  library.write('law/one.md', 'broken')
  write('law', 'two', 'Changed beside a broken file?', { date: '2026-01-02' })
  assert.equal((await publish(library, site)).published, false)
  for (const page of pages) assert.equal((await get(page)).cache, 'HIT', page)
  assert.doesNotMatch((await get(at('law', 'two'))).html, /Changed beside/)
  write('law', 'one', 'Alpha fixed?', { date: '2026-01-01' })
  await publish(library, site)
  assert.match((await get(at('law', 'two'))).html, /Changed beside/)
})

test('the server switches to a rebuilt store', { timeout: 120_000 }, async () => {
  await get('/learn/law')
  for (const suffix of ['', '-wal', '-shm']) rmSync(site.dbFile + suffix, { force: true })
  write('law', 'rebuilt', 'Rebuilt?', { date: '2026-02-01' })
  await publish(library, site)
  while (!/Rebuilt\?/.test((await get('/learn/law')).html)) await sleep(20)
  assert.equal((await get(at('law', 'rebuilt'))).status, 200)
})

test('a new image appears with its question, and can change and be removed while the site runs', async () => {
  const address = `/images/live-test-${process.pid}.svg`
  const file = path.join('public', address)
  after(() => rmSync(file, { force: true }))
  assert.equal((await fetch(site.url + address)).status, 404)
  mkdirSync(path.dirname(file), { recursive: true })
  for (const svg of [
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>',
  ]) {
    writeFileSync(file, svg)
    write('law', 'shown', 'Kappa picture?', {}, `![A line](${address})`)
    await publish(library, site)
    assert.match((await get(at('law', 'shown'))).html, new RegExp(`<img[^>]* src="${address}"`))
    const response = await fetch(site.url + address, { headers: { 'accept-encoding': 'br' } })
    assert.equal(await response.text(), svg)
    const { headers } = response
    assert.deepEqual([headers.get('content-type'), headers.get('content-encoding')], ['image/svg+xml', 'br'])
    const again = await fetch(site.url + address, { headers: { 'if-none-match': headers.get('etag') ?? '' } })
    assert.equal(again.status, 304)
  }
  rmSync(file)
  assert.equal((await fetch(site.url + address)).status, 404)
})
