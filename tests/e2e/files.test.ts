import assert from 'node:assert/strict'
import { cpSync } from 'node:fs'
import { test } from 'node:test'
import { fromHtml } from 'hast-util-from-html'
import { select, selectAll } from 'hast-util-select'
import { Corpus } from '@/tools/corpus/corpus'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { launchBrowser } from './browser'
import { publish, startSite } from './site'

const at = (subject: string, slug: string) => `/learn/${subject}/questions/${slug}`
const siteUrl = 'https://learn.example.org'
const hostile = `a</title>&"'<b>]]>\u2028😀`
/** In a title or description it becomes plain words on one line. */
const hostileLine = hostile.replace('\u2028', ' ')

const library = new TemporaryLibrary({
  ...Object.fromEntries([...new Corpus(120, 3).files()].map(({ path, text }) => [`./${path}`, text])),
  'law/hostile.md': toQuestionFile(hostile, {
    date: '2026-06-01',
    updated: '2026-07-01',
    author: hostile,
    seo: { page_description: `Summary: ${hostile} tells what readers notice first` },
    sources: ['https://example.org/a'],
  }),
  'law/hidden.md': toQuestionFile('Hidden?', { date: '2026-08-01', no_index: true }),
  'law/copied.md': toQuestionFile('Copied?', { date: '2026-05-02' }, 'The same.'),
  'zoology/copied.md': toQuestionFile('Copied?', { date: '2026-05-01' }, 'The same.'),
  'secrets/hidden.md': toQuestionFile('Hidden too?', { no_index: true }),
})
const indexNowKey = 'a-key-of-our-own-1'
const site = await startSite(library.contentDir, { SITE_URL: siteUrl, INDEXNOW_KEY: indexNowKey })

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(site.url + path, { redirect: 'manual', headers })

async function read(path: string) {
  const response = await get(path)
  assert.equal(response.status, 200, path)
  return response.text()
}

const decodeEntities = (text: string) =>
  text.replace(
    /&(amp|lt|gt|quot|apos);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '',
  )

const listLocations = (xml: string) =>
  [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc = '']) => decodeEntities(loc))
const listDays = (xml: string) => [...xml.matchAll(/<lastmod>([^<]*)<\/lastmod>/g)].map(([, day = '']) => day)

/** The sitemap's files by path, as a search engine finds them. */
async function readSitemaps(): Promise<Map<string, string>> {
  const index = await read('/sitemap.xml')
  const files = new Map<string, string>()
  for (const location of listLocations(index)) {
    assert.ok(location.startsWith(`${siteUrl}/sitemap-`), location)
    const path = location.slice(siteUrl.length)
    assert.doesNotMatch(path.slice(1), /\//, 'at the root')
    files.set(path, await read(path))
  }
  return files
}

test('the sitemaps hold exactly the pages that search engines may show, as a crawl from the home page finds them', async () => {
  const told = [...(await readSitemaps()).values()].flatMap(listLocations)
  assert.equal(new Set(told).size, told.length, 'none twice')

  const indexable: string[] = []
  const queue = ['/', at('secrets', 'hidden'), '/learn/secrets', at('law', 'hidden'), at('law', 'copied')]
  const seen = new Set(queue)
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const tree = fromHtml(await read(path))
    const canonical = select('link[rel=canonical]', tree)?.properties.href
    const robots = String(select('meta[name=robots]', tree)?.properties.content)
    if (canonical === siteUrl + (path === '/' ? '' : path) && robots.startsWith('index'))
      indexable.push(String(canonical))
    for (const link of selectAll('a[href^="/"]', tree)) {
      const next = String(link.properties.href).replace(/[?#].*/, '')
      if (!seen.has(next)) queue.push(next)
      seen.add(next)
    }
  }
  assert.ok(indexable.length > 150, String(indexable.length))
  assert.deepEqual(told.sort(), indexable.sort())
})

test('a file of the sitemap has the days of its questions, and its day in the index is the newest of them', async () => {
  const index = await read('/sitemap.xml')
  const days = new Map(
    [...index.matchAll(/<loc>([^<]*)<\/loc>(?:<lastmod>([^<]*)<\/lastmod>)?/g)].map(([, loc = '', day]) => [loc, day]),
  )
  for (const [path, xml] of await readSitemaps()) {
    assert.equal(days.get(siteUrl + path), listDays(xml).sort().at(-1), path)
    assert.doesNotMatch(xml, /<priority|<changefreq|xml-stylesheet/)
  }
  const law = await read('/sitemap-law-1.xml')
  assert.ok(law.includes(`<loc>${siteUrl}${at('law', 'hostile')}</loc><lastmod>2026-07-01</lastmod>`))
  assert.ok(!law.includes('hidden') && !law.includes('copied'))
  assert.ok((await read('/sitemap-zoology-1.xml')).includes(at('zoology', 'copied')))
})

test('two compiles of one library in different folders give the same bytes', async () => {
  const copy = new TemporaryLibrary()
  cpSync(library.contentDir, copy.contentDir, { recursive: true })
  const other = await startSite(copy.contentDir, { SITE_URL: siteUrl })
  const paths = ['/sitemap.xml', ...(await readSitemaps()).keys(), '/feed.xml', '/learn/law/feed.xml', '/llms.txt']
  for (const path of paths) assert.equal(await (await fetch(other.url + path)).text(), await read(path), path)
})

const files: [path: string, type: string][] = [
  ['/sitemap.xml', 'application/xml; charset=utf-8'],
  ['/sitemap-law-0.xml', 'application/xml; charset=utf-8'],
  ['/sitemap-law-1.xml', 'application/xml; charset=utf-8'],
  ['/feed.xml', 'application/atom+xml; charset=utf-8'],
  ['/learn/law/feed.xml', 'application/atom+xml; charset=utf-8'],
  ['/robots.txt', 'text/plain; charset=utf-8'],
  ['/llms.txt', 'text/plain; charset=utf-8'],
  [`${at('law', 'hostile')}.md`, 'text/markdown; charset=utf-8'],
]

for (const [path, type] of files) {
  test(`${path}: type, lifetime, tag, date, 304, HEAD, compressed`, async () => {
    const response = await get(path)
    const body = await response.text()
    assert.equal(response.headers.get('content-type'), type)
    assert.match(response.headers.get('cache-control') ?? '', /s-maxage=60, stale-while-revalidate/)
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff')
    const etag = response.headers.get('etag') ?? ''
    const date = response.headers.get('last-modified') ?? ''
    assert.ok(etag && Date.parse(date) <= Date.now(), date)
    const conditions: Record<string, string>[] = [
      { 'if-none-match': etag },
      { 'if-none-match': `"x", ${etag}` },
      { 'if-none-match': '*' },
      { 'if-modified-since': date },
    ]
    for (const condition of conditions) {
      const again = await get(path, condition)
      assert.equal(again.status, 304, JSON.stringify(condition))
      assert.equal(await again.text(), '')
      assert.equal(again.headers.get('etag'), etag)
    }
    assert.equal((await get(path, { 'if-none-match': '"x"', 'if-modified-since': date })).status, 200)
    assert.equal((await get(path, { 'if-modified-since': new Date(0).toUTCString() })).status, 200)
    const head = await fetch(site.url + path, { method: 'HEAD' })
    assert.deepEqual([head.status, await head.text(), head.headers.get('etag')], [200, '', etag])
    const zipped = await get(path, { 'accept-encoding': 'gzip' })
    assert.equal(zipped.headers.get('content-encoding'), 'gzip')
    assert.equal(await zipped.text(), body)
  })
}

test('files that every page names and that rarely change are cached for a day', async () => {
  const icons = selectAll('head > link:is([rel$=icon], [rel=manifest])', fromHtml(await read('/')))
  const named = icons.map(({ properties }) => String(properties.href))
  assert.ok(named.length >= 3, String(named))
  for (const path of [...named, '/favicon.ico', '/speculation-rules.json']) {
    assert.match((await get(path)).headers.get('cache-control') ?? '', /^public, max-age=86400, stale-while/, path)
  }
})

test('sitemaps and feeds are well-formed XML, and preserve what authors wrote', async () => {
  const browser = await launchBrowser()
  const page = await browser.newPage()
  for (const path of ['/sitemap.xml', '/sitemap-law-1.xml', '/feed.xml', '/learn/law/feed.xml']) {
    const titles = await page.evaluate(
      (xml) => {
        const tree = new DOMParser().parseFromString(xml, 'application/xml')
        if (tree.querySelector('parsererror')) return [`error ${tree.querySelector('parsererror')?.textContent}`]
        return [...tree.querySelectorAll('entry > title, entry > summary, entry > author > name')].map(
          (e) => e.textContent,
        )
      },
      await read(path),
    )
    assert.doesNotMatch(titles[0] ?? '', /^error/, path)
    if (path.endsWith('feed.xml'))
      assert.deepEqual(titles.filter((text) => text?.includes(hostile) || text?.includes(hostileLine)).length, 3, path)
  }
})

test('feeds have the newest questions, a bounded number, without copies and hidden ones, with times', async () => {
  const feed = await read('/feed.xml')
  const ids = [...feed.matchAll(/<entry>\n<title>[^<]*<\/title>\n<id>(.*)<\/id>/g)].map(([, id]) => id)
  assert.equal(ids.length, 100)
  assert.equal(ids[0], siteUrl + at('law', 'hostile'))
  assert.ok(ids.includes(siteUrl + at('zoology', 'copied')) && !ids.includes(siteUrl + at('law', 'copied')))
  assert.ok(!feed.includes('idden'))
  const times = [...feed.matchAll(/<updated>(.*)<\/updated>/g)].map(([, time = '']) => time)
  assert.equal(times[0], '2026-07-01T00:00:00Z')
  assert.ok(times.every((time) => /^\d{4}-\d\d-\d\dT00:00:00Z$/.test(time) && time <= (times[0] ?? '')))
  const law = await read('/learn/law/feed.xml')
  assert.ok(law.includes(`<id>${siteUrl}/learn/law/feed.xml</id>`))
  assert.ok(
    law.includes(siteUrl + at('zoology', 'copied')),
    'a copy is in its subject’s feed, at its canonical address',
  )
  assert.equal((await get('/learn/secrets/feed.xml')).status, 404)
})

test('every page names the feeds, a question its Markdown', async () => {
  const alternates = async (path: string) =>
    selectAll('head > link[rel=alternate]', fromHtml(await read(path))).map(({ properties }) => properties.href)
  for (const path of ['/', '/learn', '/about', '/authors/quicktakes']) {
    assert.deepEqual(await alternates(path), [`${siteUrl}/feed.xml`], path)
  }
  assert.deepEqual(await alternates('/learn/law/a-z'), [`${siteUrl}/learn/law/feed.xml`, `${siteUrl}/feed.xml`])
  const markdown = `${siteUrl}${at('law', 'hostile')}.md`
  assert.ok((await alternates(at('law', 'hostile'))).includes(markdown))
})

test('the alternates that a page names exist, even if all questions are hidden', async () => {
  for (const path of ['/', '/learn/law', at('law', 'copied'), '/learn/secrets', at('secrets', 'hidden')]) {
    const named = selectAll('head > link[rel=alternate]', fromHtml(await read(path)))
    for (const { properties } of named) {
      const { pathname } = new URL(String(properties.href))
      assert.equal((await get(pathname)).status, 200, `${path} names ${pathname}`)
    }
  }
})

test('a question as Markdown', async () => {
  const response = await get(`${at('law', 'hostile')}.md`)
  assert.equal(response.headers.get('x-robots-tag'), 'noindex')
  const text = await response.text()
  assert.ok(
    text.startsWith(`---\ntitle: ${JSON.stringify(hostileLine)}\nurl: "${siteUrl}${at('law', 'hostile')}"\n`),
    text,
  )
  assert.match(text, /\ndate: "2026-06-01"\nupdated: "2026-07-01"\n---\n\n# a<\/title>/)
  assert.match(text, /\n## Sources\n\n- https:\/\/example\.org\/a\n$/)
})

test('robots.txt names the sitemap and blocks no pages, files or search', async () => {
  const text = await read('/robots.txt')
  assert.equal(text, `User-agent: *\nDisallow: /api/\n\nSitemap: ${siteUrl}/sitemap.xml\n`)
})

test('the key for IndexNow is where search engines look for it', async () => {
  assert.equal(await read('/indexnow-key.txt'), indexNowKey)
})

test('the health check is small, not cached, and not for search engines', async () => {
  const response = await get('/api/health')
  assert.equal(response.headers.get('cache-control'), 'no-store')
  assert.equal(response.headers.get('x-content-type-options'), 'nosniff')
  assert.equal(response.headers.get('x-robots-tag'), 'noindex')
  const health = await response.json()
  assert.equal(health.status, 'ok')
  assert.ok(health.questions > 100, String(health.questions))
})

test('an edit is in the sitemap, the feed and the Markdown on the next request', async () => {
  const tag = async (path: string) => (await get(path)).headers.get('etag')
  const untouched = await tag('/sitemap-zoology-1.xml')
  const [sitemap, feed] = [await tag('/sitemap-law-1.xml'), await tag('/feed.xml')]
  library.write('law/fresh.md', toQuestionFile('Fresh?', { date: '2026-09-09' }))
  await publish(library, site)
  assert.ok((await read('/sitemap-law-1.xml')).includes(at('law', 'fresh')))
  assert.ok((await read('/feed.xml')).includes(at('law', 'fresh')))
  assert.match(await read('/sitemap.xml'), /sitemap-law-1\.xml<\/loc><lastmod>2026-09-09</)
  assert.match(await read(`${at('law', 'fresh')}.md`), /# Fresh\?/)
  assert.notEqual(await tag('/sitemap-law-1.xml'), sitemap)
  assert.notEqual(await tag('/feed.xml'), feed)
  assert.equal(await tag('/sitemap-zoology-1.xml'), untouched)
})
