import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { crawl } from '@/tools/crawl/crawl-site'

type Answer = { status?: number; type?: string; headers?: Record<string, string>; body?: string }

/** A real server with these responses, whose pages have canonical addresses at another origin. */
const canonicalOrigin = 'https://learn.example.org'
async function serve(answers: Record<string, Answer | undefined>, staging = false) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const {
      status = 200,
      type = 'text/html; charset=utf-8',
      headers = {},
      body = '',
    } = answers[request.url ?? ''] ?? {
      status: 404,
    }
    const foreign = staging && request.headers.host !== new URL(canonicalOrigin).host
    if (foreign) response.setHeader('x-robots-tag', 'noindex')
    response.writeHead(status, { 'content-type': type, ...headers }).end(body)
  }).listen(0)
  await once(server, 'listening')
  after(() => server.close())
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, asked }
}

const toHead = (path: string, title: string, robots = 'index, follow, max-image-preview:large, max-snippet:-1') => {
  const url = canonicalOrigin + (path === '/' ? '' : path)
  return `<title>${title}</title><meta name="description" content="On ${title}"><link rel="canonical" href="${url}">
    <meta name="robots" content="${robots}"><meta property="og:title" content="${title}"><meta property="og:type" content="website">
    <meta property="og:description" content="On ${title}"><meta property="og:url" content="${url}">
    <meta property="og:image" content="${canonicalOrigin}/image.png"><meta name="twitter:card" content="summary">`
}
const toPage = (
  path: string,
  links: string[] = [],
  { head = toHead(path, `Page ${path}`), body = '' } = {},
): Answer => ({
  body: `<!doctype html><html lang="en"><head>${head}</head><body><h1>Page ${path}</h1>${body}
    ${links.map((link) => `<a href="${link}">Link</a>`).join('\n')}</body></html>`,
})
const toSitemap = (...paths: string[]): Answer => ({
  type: 'application/xml',
  body: `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths
    .map((path) => `<url><loc>${canonicalOrigin}${path === '/' ? '' : path}</loc></url>`)
    .join('')}</urlset>`,
})
const toRobots = (...lines: string[]): Answer => ({
  type: 'text/plain',
  body: ['User-agent: *', ...lines, `Sitemap: ${canonicalOrigin}/sitemap.xml`].join('\n'),
})

const sound = {
  '/': toPage('/', ['/a', `${canonicalOrigin}/b#part`, 'https://elsewhere.example/', 'mailto:a@b.example', '#top']),
  '/a': toPage('/a', ['/b', '/c?']),
  '/b': toPage('/b', ['c', '/notes.txt']),
  '/c': toPage('/c', ['/']),
  '/c?': undefined,
  '/notes.txt': { type: 'text/plain', body: 'Notes' },
  '/image.png': { type: 'image/png', body: 'PNG' },
  '/robots.txt': toRobots('Allow: /'),
  '/sitemap.xml': {
    type: 'application/xml',
    body: `<sitemapindex><sitemap><loc>${canonicalOrigin}/sitemap-1.xml</loc></sitemap></sitemapindex>`,
  },
  '/sitemap-1.xml': toSitemap('/', '/a', '/b', '/c'),
}

async function findIn(changes: Record<string, Answer | undefined>, staging = false) {
  const { url, asked } = await serve({ ...sound, ...changes }, staging)
  const findings: string[] = []
  const report = await crawl({
    url,
    concurrency: 3,
    onFinding: ({ rule, path, message }) => findings.push(`${path} ${rule} ${message}`),
  })
  return { findings: findings.sort(), report, asked }
}

test('a correct site has no findings; pages are identified by path, whatever the origin', async () => {
  const { findings, report, asked } = await findIn({ '/a': toPage('/a', ['/b']) })
  assert.deepEqual(findings, [])
  assert.equal(report.indexable, 4)
  assert.deepEqual(report.clicks, [1, 2, 1])
  assert.equal(new Set(asked).size + 1, asked.length, 'each address is requested once, only the home page twice')
})

const seeded: [string, Record<string, Answer | undefined>, RegExp[]][] = [
  ['a link to nothing', { '/b': toPage('/b', ['c', '/gone']) }, [/^\/gone link answers 404; \/b links to it$/]],
  [
    'a link to a redirect',
    { '/b': toPage('/b', ['c', '/old']), '/old': { status: 308, headers: { location: '/a' } } },
    [/^\/old link redirects to \/a; \/b links to it$/],
  ],
  [
    'a link to another page’s copy',
    { '/b': toPage('/b', ['c', '/copy']), '/copy': toPage('/copy', [], { head: toHead('/a', 'Copy') }) },
    [/^\/copy link names https:\/\/learn\.example\.org\/a as canonical; \/b links to it$/],
  ],
  [
    'a link with a query',
    { '/b': toPage('/b', ['c', '/a?page=2']), '/a?page=2': toPage('/a') },
    [/^\/a\?page=2 link names https:\/\/learn\.example\.org\/a as canonical/],
  ],
  [
    'the same title',
    { '/b': toPage('/b', ['c'], { head: toHead('/b', 'B').replace('<title>B', '<title>Page /a') }) },
    [/^\/b same-title has the title of \/a: Page \/a$/],
  ],
  [
    'the same description',
    {
      '/b': toPage('/b', ['c'], {
        head: toHead('/b', 'B').replace('name="description" content="On B"', 'name="description" content="On Page /a"'),
      }),
    },
    [/^\/b same-description has the description of \/a/],
  ],
  [
    'no description',
    { '/a': toPage('/a', [], { head: toHead('/a', 'A').replace(/<meta name="description"[^>]*>/, '') }) },
    [/^\/a head has no description in its head/],
  ],
  [
    'two titles',
    { '/a': toPage('/a', [], { head: `${toHead('/a', 'A')}<title>B</title>` }) },
    [/^\/a head has 2 title in its head/],
  ],
  [
    'a description in the body',
    { '/a': toPage('/a', [], { body: '<meta name="description" content="Late">' }) },
    [/^\/a head has a meta in its body/],
  ],
  [
    'a relative canonical address',
    { '/a': toPage('/a', [], { head: toHead('/a', 'A').replaceAll(`${canonicalOrigin}/a`, '/a') }) },
    [/^\/a head gives an address that is not absolute/, /^\/a link names \/a as canonical/, /^\/a sitemap is in/],
  ],
  [
    'another robots rule',
    { '/a': toPage('/a', [], { head: toHead('/a', 'A', 'index') }) },
    [/^\/a head has the robots directives “index”/],
  ],
  ['two headings', { '/a': toPage('/a', [], { body: '<h1>Again</h1>' }) }, [/^\/a heading has 2 h1 elements/]],
  ['a heavy page', { '/a': toPage('/a', [], { body: 'x'.repeat(500_001) }) }, [/^\/a weight weighs 50\d{4} bytes/]],
  [
    'structured data that the page does not show',
    {
      '/a': toPage('/a', [], {
        body: '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Person","name":"Nobody here","url":"https://a.example"}</script>',
      }),
    },
    [/^\/a structured-data Person\.name is not shown on the page: Nobody here$/],
  ],
  [
    'a page without a link to it',
    { '/orphan': toPage('/orphan'), '/sitemap-1.xml': toSitemap('/', '/a', '/b', '/c', '/orphan') },
    [/^\/orphan orphan is in \/sitemap-1\.xml, but no page links/],
  ],
  [
    'a page that is in no sitemap',
    { '/sitemap-1.xml': toSitemap('/', '/a', '/b') },
    [/^\/c sitemap may be indexed, but is in no sitemap$/],
  ],
  [
    'an address that is twice in sitemaps',
    { '/sitemap-1.xml': toSitemap('/', '/a', '/b', '/c', '/c') },
    [/^\/c sitemap is in the sitemaps twice/],
  ],
  [
    'a hidden page in a sitemap',
    { '/a': toPage('/a', [], { head: toHead('/a', 'A', 'noindex, follow') }) },
    [/^\/a sitemap is in \/sitemap-1\.xml, but is not a page/],
  ],
  [
    'a hidden question that is linked',
    {
      '/b': toPage('/b', ['c', '/learn/law/questions/hidden']),
      '/learn/law/questions/hidden': toPage('/learn/law/questions/hidden', [], {
        head: toHead('/learn/law/questions/hidden', 'H', 'noindex, follow'),
      }),
    },
    [/^\/learn\/law\/questions\/hidden noindex-linked is hidden from search engines, but \/b links to it$/],
  ],
  [
    'no robots.txt',
    { '/robots.txt': undefined },
    [/^\/robots\.txt robots-txt must be text\/plain/, /^\/robots\.txt sitemap names no sitemap/],
  ],
  [
    'files of the build that robots.txt blocks',
    { '/robots.txt': toRobots('Disallow: /_next/') },
    [/^\/robots\.txt robots-txt blocks \/_next\/static/],
  ],
  [
    'a page that robots.txt blocks but a sitemap lists',
    { '/robots.txt': toRobots('Disallow: /a') },
    [/^\/a sitemap is in \/sitemap-1\.xml, but is not a page/],
  ],
  [
    'a missing sitemap',
    { '/sitemap-1.xml': undefined },
    [
      /^\/ sitemap may be/,
      /^\/a sitemap may be/,
      /^\/b sitemap may be/,
      /^\/c sitemap may be/,
      /^\/sitemap-1\.xml sitemap cannot be read: the site answers 404$/,
    ],
  ],
  [
    'questions too far from home',
    {
      ...Object.fromEntries([1, 2, 3, 4].map((step) => [`/far${step}`, toPage(`/far${step}`, [`/far${step + 1}`])])),
      '/far3': toPage('/far3', ['/far4', '/learn/law/questions/near']),
      '/far4': toPage('/far4', ['/learn/law/questions/far']),
      '/learn/law/questions/near': toPage('/learn/law/questions/near'),
      '/learn/law/questions/far': toPage('/learn/law/questions/far'),
      '/': toPage('/', ['/a', '/b', '/far1']),
      '/sitemap-1.xml': toSitemap(
        ...['/', '/a', '/b', '/c', '/far1', '/far2', '/far3', '/far4'],
        ...['/learn/law/questions/near', '/learn/law/questions/far'],
      ),
    },
    [/^\/learn\/law\/questions\/far clicks is 5 clicks from home; at most 4 are allowed for a question$/],
  ],
]
for (const [name, changes, expected] of seeded) {
  test(`finds ${name}, and nothing else`, async () => {
    const { findings } = await findIn({ '/a': toPage('/a', ['/b']), ...changes })
    assert.equal(findings.length, expected.length, findings.join('\n'))
    for (const [index, finding] of findings.entries()) assert.match(finding, expected[index] as RegExp)
  })
}

test('a staging site that keeps search engines out is requested under its public name', async () => {
  const { findings, report } = await findIn({ '/a': toPage('/a', ['/b']) }, true)
  assert.deepEqual(findings, [])
  assert.equal(report.indexable, 4)
})

test('pages that robots.txt blocks are not requested', async () => {
  const { asked } = await findIn({ '/robots.txt': toRobots('Disallow: /b') })
  assert.ok(!asked.includes('/b'))
})

test('if no site answers, a sentence says so', async () => {
  await assert.rejects(crawl({ url: 'http://localhost:9', concurrency: 1 }), /No site answers at http:\/\/localhost:9/)
})
