import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { startSite } from './site'

const keywords = { seo: { page_keywords: 'light scattering' }, author: 'Ada Lovelace' }
const library = new TemporaryLibrary({
  'physics/why-is-the-sky-blue.md': toQuestionFile('Why is the sky blue?', keywords),
  'physics/what-is-the-speed-of-light-in-water.md': toQuestionFile('What is the speed of light in water?', keywords),
  'biology/what-is-a-cell.md': toQuestionFile('What is a cell?'),
})
for (let number = 1; number < 5; number += 1) {
  library.write(`physics/light-${number}.md`, toQuestionFile(`Light ${number}?`, keywords))
}
const site = await startSite(library.contentDir, { TRUSTED_PROXIES: '1', SEARCHES_PER_MINUTE: '20' })

async function get(path: string, visitor = '10.0.0.1') {
  const response = await fetch(site.url + path, { headers: { 'x-forwarded-for': visitor } })
  const html = await response.text()
  const [, near = ''] = /id="page:near".*?<ul[^>]*>(.*?)<\/ul>/s.exec(html) ?? []
  const [, offered] = /href="([^"]*)"/.exec(near) ?? []
  // The header has a field too.
  const text = [...html.matchAll(/<input type="search"[^>]*>/g)]
    .map(([field]) => /value="([^"]*)"/.exec(field)?.[1])
    .at(-1)
  return { status: response.status, cache: response.headers.get('x-cache'), html, offered, text }
}

// The plain page, without suggestions, for when the budget is spent: it is cached from now on.
await get('/no.where')

/** The page once the shared budget allows suggestions again. */
async function getLooked(path: string, visitor: string) {
  for (;;) {
    const found = await get(path, visitor)
    if (found.cache === 'MISS') return found
    await setTimeout(100)
  }
}

const sky = '/learn/physics/questions/why-is-the-sky-blue'
for (const [path, offered, text] of [
  ['/learn/physics/questions/why-is-the-sky-bleu', sky, 'why is the sky bleu'],
  ['/learn/physics/questions/why-is-the-sk-blue', sky, 'why is the sk blue'],
  ['/learn/physics/questions/2023-04-01-why-is-the-sky-blue', sky, 'why is the sky blue'],
  ['/learn/physics/questions/why-is-sky-blue?utm_source=x', sky, 'why is sky blue'],
  ['/learn/chemistry/questions/why-is-the-sky-blue', sky, 'why is the sky blue'],
  ['/blog/why-is-the-sky-blue', sky, 'why is the sky blue'],
  [
    '/learn/physics/questions/what-is-the-speed-of-light-watre',
    '/learn/physics/questions/what-is-the-speed-of-light-in-water',
    'what is the speed of light watre',
  ],
  ['/learn/phisics', '/learn/physics', 'phisics'],
  ['/learn/physics/page/99', '/learn/physics', 'physics'],
  ['/physics', '/learn/physics', 'physics'],
  ['/subjects/phisics', '/learn/physics', 'phisics'],
  ['/why-is-the-sky-bleu', sky, 'why is the sky bleu'],
  ['/learn/physics/topics/light-scatering', '/learn/physics/topics/light-scattering', 'light scatering'],
  ['/learn/phisics/topics/light-scatering', '/learn/physics/topics/light-scattering', 'light scatering'],
  ['/learn/physics/topics/light-scattering/page/99', '/learn/physics/topics/light-scattering', 'light scattering'],
  ['/authors/ada-lovelace/page/99', '/authors/ada-lovelace', 'ada lovelace'],
  ['/authors/ada-lovelac', '/authors/ada-lovelace', 'ada lovelac'],
  ['/learn/physics/questions/why-do-cats-purr', undefined, 'why do cats purr'],
] as const) {
  test(`${path} offers ${offered ?? 'nothing'}`, async () => {
    const found = await getLooked(path, `10.1.0.${path.length}`)
    assert.deepEqual([found.status, found.offered, found.text], [404, offered, text])
    assert.match(found.html, /<meta name="robots" content="noindex/)
  })
}

test('a visitor who requests too many gets the plain page but can still search, and others get suggestions', async () => {
  const path = (number: number) => `/learn/physics/questions/why-is-the-sky-blu${'abcdfghijklmnopqrstuvwxyz'[number]}`
  const answers = []
  for (let number = 0; number < 25; number += 1) answers.push(await get(path(number), '10.2.0.1'))
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [404])
  const plain = answers.slice(20)
  assert.ok(plain.every(({ offered, text, cache }) => offered === undefined && !text && cache === 'HIT'))
  const search = await fetch(`${site.url}/api/search?q=sky`, { headers: { 'x-forwarded-for': '10.2.0.1' } })
  assert.equal(search.status, 200)
  assert.equal((await getLooked(path(0), '10.2.0.2')).offered, sky)
})

test('markup in an address is shown as text', async () => {
  const { status, html } = await getLooked(
    '/learn/physics/questions/%3Cscript%3Ealert(1)%3C%2Fscript%3E"onfocus=x',
    '10.3.0.1',
  )
  assert.equal(status, 404)
  assert.doesNotMatch(html, /<script>alert|"onfocus=x/)
})
