import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crawl } from '@/tools/crawl/crawl-site'
import { readPage } from '@/tools/crawl/read-page'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { publish, startSite } from './site'

/** Rare cases in a library that pages could get wrong. */
const at = (subject: string, slug: string) => `/learn/${subject}/questions/${slug}`
const library = new TemporaryLibrary({
  'law/twin-a.md': toQuestionFile('What is a twin?', { seo: { page_description: 'On one.' } }, 'One.'),
  'law/twin-b.md': toQuestionFile('What is a twin?', { seo: { page_description: 'On one.' } }, 'Another.'),
  'law/twin-c.md': toQuestionFile('what is a twin?', {}, 'A third.'),
  'biology/twin-a.md': toQuestionFile('What is a twin?', { seo: { page_description: 'On one.' } }, 'Of cells.'),
  'biology/copy.md': toQuestionFile('Copied?', { date: '2020-01-01' }, 'The very same.'),
  'law/copy.md': toQuestionFile('Copied?', {}, 'The very same.'),
  'law/hidden.md': toQuestionFile('Hidden?', { no_index: true }),
  'law/updated.md': toQuestionFile('Updated?', { updated: '2026-03-04', date_format: 'D MMMM YYYY' }),
  'law/not-updated.md': toQuestionFile('Not updated?', { updated: '2026-01-15' }),
  'law/asked.md': toQuestionFile(
    'Asked?',
    {
      asked_by_student: true,
      author: 'Ada Lovelace',
      question: 'Who asked?',
      sources: ['Gauss', 'https://example.org/a', 'javascript:a'],
    },
    'A *formula* $x^2 < 4$, a note[^1] and\n\n```js\nif (a < b) c()\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: Here.\n',
  ),
  'law/odd.md': toQuestionFile('Is “<b>&amp;</b>” a tag — 100 %?', { article_title: 'Another heading: <i>&lt;' }),
  'law/emoji.md': toQuestionFile('Is 🧊 ice? 什么'),
})
const site = await startSite(library.contentDir, { SITE_URL: 'https://learn.example.org' })

const findings: string[] = []
const pages = new Map<string, ReturnType<typeof readPage>>()
await crawl({
  url: site.url,
  concurrency: 2,
  onFinding: ({ rule, path, message }) => findings.push(`${path} ${rule}  ${message}`),
  onPage: ({ path, facts }) => pages.set(path, facts),
})

async function read(path: string) {
  const response = await fetch(site.url + path)
  return { status: response.status, facts: readPage(await response.text()) }
}
const data = async (path: string) => (await read(path)).facts.data.map((json) => JSON.parse(json))

test('the crawler finds nothing wrong', () => {
  assert.deepEqual(findings, [])
})

test('pages of questions with the same title have unique titles, even after one is removed', async () => {
  const titleOf = async (subject: string, slug: string) => (await read(at(subject, slug))).facts.titles[0]
  assert.equal(await titleOf('law', 'twin-a'), 'What is a twin? | Law | QuickTakes Learn')
  assert.equal(await titleOf('law', 'twin-b'), 'What is a twin? | Law 2 | QuickTakes Learn')
  assert.equal(await titleOf('law', 'twin-c'), 'what is a twin? | Law 3 | QuickTakes Learn')
  assert.equal(await titleOf('biology', 'twin-a'), 'What is a twin? | Biology | QuickTakes Learn')
  library.remove('law/twin-a.md')
  await publish(library, site)
  assert.equal(await titleOf('law', 'twin-b'), 'What is a twin? | Law | QuickTakes Learn')
})

test('a source that is an address is a link, anything else is text', async () => {
  const html = await (await fetch(site.url + at('law', 'asked'))).text()
  const [list] = /<section aria-labelledby="page:sources".*?<\/section>/.exec(html) ?? []
  assert.deepEqual(
    list?.match(/<li>.*?<\/li>/g)?.map((item) => item.replace(/ class="[^"]*"/, '')),
    [
      '<li>Gauss</li>',
      '<li><a href="https://example.org/a" rel="nofollow noopener">https://example.org/a</a></li>',
      '<li>javascript:a</li>',
    ],
  )
})

test('a hidden question is served, but nothing links to it', async () => {
  const { status, facts } = await read(at('law', 'hidden'))
  assert.equal(status, 200)
  assert.deepEqual(facts.meta.get('robots'), ['noindex, follow'])
  for (const { links } of pages.values()) assert.ok(!links.some((link) => link.includes('hidden')))
})

test('a copy names the original as canonical, and so does its structured data', async () => {
  const [copy, original] = [await read(at('law', 'copy')), await read(at('biology', 'copy'))]
  const address = `https://learn.example.org${at('biology', 'copy')}`
  for (const { facts } of [copy, original]) {
    assert.deepEqual(facts.canonicals, [address])
    assert.deepEqual(facts.meta.get('og:url'), [address])
    assert.equal(JSON.parse(facts.data[0] ?? '').mainEntityOfPage, address)
  }
})

test('when another page becomes canonical, every list links to it', async () => {
  const file = (fields = {}) => toQuestionFile('Copied?', { date: '2020-01-01', ...fields }, 'The very same.')
  const linksOf = async (path: string) => (await read(path)).facts.links.filter((link) => link.endsWith('/copy'))
  const lists = ['/learn/biology', '/learn/law', '/learn/law/a-z', '/authors/quicktakes']
  for (const list of lists) assert.deepEqual(await linksOf(list), [at('biology', 'copy')], list)
  library.write('biology/copy.md', file({ canonical: at('law', 'copy') }))
  await publish(library, site)
  for (const list of lists) assert.deepEqual(await linksOf(list), [at('law', 'copy')], list)
})

test('a date of change is shown, and in the structured data, only if there is one', async () => {
  const [updated] = await data(at('law', 'updated'))
  assert.equal(updated.dateModified, '2026-03-04T00:00:00Z')
  assert.match((await read(at('law', 'updated'))).facts.text, /Posted on 15 January 2026.*Updated on 4 March 2026/)
  const [unchanged] = await data(at('law', 'not-updated'))
  assert.equal(unchanged.dateModified, undefined)
  assert.doesNotMatch((await read(at('law', 'not-updated'))).facts.text, /Updated on/)
})

test('a question asked by a student says so, and has the whole answer in its structured data', async () => {
  const [article, , page] = await data(at('law', 'asked'))
  assert.deepEqual([article.author['@type'], article.author.name], ['Person', 'Ada Lovelace'])
  assert.equal(page['@type'], 'QAPage')
  assert.equal(page.mainEntity.acceptedAnswer.text, 'A formula x² < 4, a note and if (a < b) c() a b 1 2 Here.')
  assert.match((await read(at('law', 'asked'))).facts.text, /Asked by a student/)
})

test('without a description by the author, the head has one and the structured data none', async () => {
  const { facts } = await read(at('law', 'updated'))
  assert.deepEqual(facts.meta.get('description'), ['The answer to “Updated?”.'])
  assert.equal(JSON.parse(facts.data[0] ?? '').description, undefined)
})

test('an unknown address has noindex', async () => {
  for (const path of [at('law', 'nothing'), '/learn/nothing', '/learn/law/page/9', '/learn/law/topics/nothing']) {
    const { status, facts } = await read(path)
    assert.deepEqual([status, facts.meta.get('robots')], [404, ['noindex, follow']], path)
  }
})
