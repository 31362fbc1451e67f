import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findFileKind } from '@/lib/server/served-files'

const kinds: [url: string, kind: string | undefined][] = [
  ['/robots.txt', 'content'],
  ['/sitemap.xml', 'content'],
  ['/sitemap-law-0.xml', 'content'],
  ['/learn/law/feed.xml?x', 'content'],
  ['/learn/law/questions/heat.md', 'content'],
  ['/api/search?q=heat', 'search'],
  ['/images/site.png', 'picture'],
  ['/images/questions/law/heat.png', 'picture'],
  ['/images/heat-flow.webp?x', 'image'],
  ['/images/physics/heat%20flow.svg', 'image'],
  ['/favicon.ico?hash', 'build'],
  ['/speculation-rules.json', 'build'],
  ...[
    '/api',
    '/api/%73earch',
    '/api/search/',
    '/api/dev',
    '/api/markdown/law/heat',
    '/api/sitemaps/law-0',
    '/api/health',
    '/api/health/else',
    '/_next/image?url=/images/site.png&w=640&q=75',
    '/_next/static/',
    '/_next/static/../server/pages-manifest.json',
    '/_next/data/x/learn.json',
    '/images/../robots.txt',
    '/images/',
    '/images/.secret',
    '/images/x/../../package.json',
    '/learn/law/questions/h%65at.md',
    '/sitemap-%6caw-0.xml',
    '/robots.txt/',
    '/ROBOTS.txt',
  ].map((url): [string, undefined] => [url, undefined]),
]

for (const [url, kind] of kinds) {
  test(`${url}: ${kind ?? 'not passed to Next'}`, () => assert.equal(findFileKind(url), kind))
}
