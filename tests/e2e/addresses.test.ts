import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type IncomingMessage, get as request } from 'node:http'
import { test } from 'node:test'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { publish, startSite } from './site'

const at = (subject: string, slug: string) => `/learn/${subject}/questions/${slug}`

const library = new TemporaryLibrary({
  'law/heat.md': toQuestionFile('Heat?', {
    aliases: [at('law', 'warmth'), at('physics', 'heat'), '/old/page.php', '/Öfter/Einmal Eins', '/notes/heat.md'],
  }),
  'law/copy.md': toQuestionFile('Copy?', { date: '2026-02-02', aliases: ['/moved/copy'] }, 'The same.'),
  'medicine/copy.md': toQuestionFile('Copy?', { date: '2026-01-01' }, 'The same.'),
  'law/hidden.md': toQuestionFile('Hidden?', { no_index: true }),
  './gone.yml': `${at('law', 'ether')}:\n  date: 2026-11-20\n/old/gone.html:\n`,
})
const site = await startSite(library.contentDir, { SITE_URL: 'https://learn.example.org' })

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(site.url + path, { redirect: 'manual', headers })

/** A requested path, the status, and where it redirects or what its page says. */
const table: [path: string, status: number, expected?: string][] = [
  [at('law', 'heat'), 200],
  [at('law', 'hidden'), 200],
  // Moved: one redirect, directly to the final address.
  [at('law', 'warmth'), 308, at('law', 'heat')],
  [at('physics', 'heat'), 308, at('law', 'heat')],
  ['/old/page.php', 308, at('law', 'heat')],
  ['/%C3%B6fter/einmal%20eins', 308, at('law', 'heat')],
  ['/moved/copy', 308, at('medicine', 'copy')],
  [`${at('law', 'warmth')}.md`, 308, `${at('law', 'heat')}.md`],
  ['/notes/heat.md', 308, at('law', 'heat')],
  // Non-canonical spelling: one redirect, also of a moved address.
  [`${at('law', 'heat')}/`, 308, at('law', 'heat')],
  ['/LEARN/Law/Questions/HEAT', 308, at('law', 'heat')],
  ['/LEARN/Law/Questions/HEAT/', 308, at('law', 'heat')],
  ['/learn//law///questions/heat', 308, at('law', 'heat')],
  ['/learn/law/questions/h%65at', 308, at('law', 'heat')],
  ['/Learn/LAW/questions/Warmth/', 308, at('law', 'heat')],
  ['/OLD/page.PHP/', 308, at('law', 'heat')],
  ['/learn/', 308, '/learn'],
  ['/Learn', 308, '/learn'],
  ['/About/', 308, '/about'],
  ['/learn/law/', 308, '/learn/law'],
  ['/learn/Law/A-Z', 308, '/learn/law/a-z'],
  ['/AUTHORS/QuickTakes', 308, '/authors/quicktakes'],
  ['/feed.xml/', 308, '/feed.xml'],
  ['/Sitemap.XML', 308, '/sitemap.xml'],
  ['/robots.txt/', 308, '/robots.txt'],
  ['//llms.txt', 308, '/llms.txt'],
  ['/Learn/Law/Feed.xml', 308, '/learn/law/feed.xml'],
  ['/learn/law/feed.xml/', 308, '/learn/law/feed.xml'],
  ['/learn/nothing/feed.xml/', 404],
  [`${at('law', 'warmth')}?utm_source=x&y=%20z`, 308, `${at('law', 'heat')}?utm_source=x&y=%20z`],
  ['/learn/law/?page=2', 308, '/learn/law?page=2'],
  // Removed.
  [at('law', 'ether'), 410, 'This question is no longer here'],
  [`${at('law', 'ether')}/`, 410, 'This question is no longer here'],
  ['/learn/law/questions/Ether?utm=1', 410, 'This question is no longer here'],
  ['/old/gone.html', 410, 'This question is no longer here'],
  [`${at('law', 'ether')}.md`, 410, 'This question is no longer here'],
  ['/gone', 410, 'This question is no longer here'],
  // Never existed.
  ['/learn/alchemy', 404],
  ['/Learn/Alchemy', 404],
  [at('alchemy', 'heat'), 404],
  [at('law', 'no-such'), 404],
  ['/learn/law/page/2', 404],
  ['/learn/law/page/1', 404],
  ['/learn/law/a-z/page/999999999999', 404],
  ['/learn/law/questions', 404],
  ['/authors/nobody', 404],
  ['/no/such/page', 404],
  // Bad.
  ['/learn/law/questions/%00', 404],
  ['/learn/law/questions/a%2Fb', 404],
  ['/learn%2Flaw', 404],
  ['/learn/law/questions/%ZZ', 404],
  ['/%ZZ', 404],
  ['/%E0%A4', 404],
  ['/learn/law/questions/%F0%9F%98%80', 404],
  ['/learn/law/questions/..%5C..%5Cetc%5Cpasswd', 404],
  [`/learn/law/questions/${'a'.repeat(4_000)}`, 404],
  [`/${'%C3%A9'.repeat(1_500)}`, 404],
  ["/learn/law/questions/'%22%3Cscript%3E", 404],
  ['/learn/law/questions/no-such.md', 404],
]

for (const [path, status, expected] of table) {
  test(`${status} ${path.slice(0, 60)}`, async () => {
    const response = await get(path)
    const body = await response.text()
    assert.equal(response.status, status, body.slice(0, 300))
    if (status === 308) {
      assert.equal(response.headers.get('location'), expected)
      assert.equal((await get(expected ?? '')).status, 200, 'it redirects to a page')
      assert.match(response.headers.get('cache-control') ?? '', /s-maxage=60\b/)
    } else if (status !== 200) {
      assert.ok(body.includes(expected ?? ''), body.slice(0, 300))
      const robots = `${response.headers.get('x-robots-tag')} ${/<meta name="robots" content="([^"]*)"/.exec(body)?.[1]}`
      assert.match(robots, /noindex/)
    }
  })
}

/** Paths that browsers and `fetch` would normalise before sending. */
for (const path of [
  '/x/../search?q=heat',
  '/x/%2e%2e/api/search?q=heat',
  '/_next/../api/search?q=heat',
  '/x/..\\about',
  '/./about',
  '/about/.',
  'http://elsewhere.example/x/../about',
]) {
  test(`404 ${path}, which is not a normalised path`, async () => {
    const [response] = (await once(request(site.url, { path }), 'response')) as [IncomingMessage]
    response.resume()
    assert.equal(response.statusCode, 404)
  })
}

test('unknown and removed pages have the site’s layout', async () => {
  for (const path of [at('law', 'ether'), at('law', 'no-such'), '/learn/alchemy', '/no/such/page']) {
    const html = await (await get(path)).text()
    assert.match(html, /<h1[^>]*>/)
    assert.match(html, /<main id="page:content"/)
    assert.equal(html.match(/name="robots"/g)?.length, 1, path)
  }
})

test('an edit of old addresses is live on the next request', async () => {
  assert.equal((await get('/fresh')).status, 404)
  library.write('law/heat.md', toQuestionFile('Heat?', { aliases: ['/fresh'] }))
  library.write('./gone.yml', '/old/page.php:\n')
  await publish(library, site)
  assert.equal((await get('/fresh')).headers.get('location'), at('law', 'heat'))
  assert.equal((await get('/old/page.php')).status, 410)
  assert.equal((await get(at('law', 'ether'))).status, 404)
})

test('a host that is not the production site is kept out of search engines, whatever it serves', async () => {
  const paths = [at('law', 'heat'), at('law', 'heat'), '/fresh', '/no/such', '/icon.svg', '/about']
  for (const path of paths) {
    assert.equal((await get(path)).headers.get('x-robots-tag'), 'noindex', path)
    for (const host of ['learn.example.org', 'Learn.Example.org:443']) {
      const asProduction = await get(path, { 'x-forwarded-host': host })
      assert.equal(asProduction.headers.get('x-robots-tag'), null, `${path} ${host}`)
    }
  }
})
