import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { toSlug } from '@/lib/core/names'
import { toPageLinks } from '@/lib/core/pagination'
import { isFilePath, isFixedPath, isReservedPath } from '@/lib/core/reserved-paths'
import { parseLibraryPath, parseListPage } from '@/lib/core/routes'

test('parses the segments of a list’s address', () => {
  const cases: [string[] | undefined, ReturnType<typeof parseListPage>][] = [
    [undefined, { order: 'newest', page: 1 }],
    [['page', '2'], { order: 'newest', page: 2 }],
    [['a-z'], { order: 'a-z', page: 1 }],
    [['a-z', 'page', '37'], { order: 'a-z', page: 37 }],
    [['page', '1'], undefined],
    [['page', '02'], undefined],
    [['page', '0'], undefined],
    [['page', '-1'], undefined],
    [['page', '99999999'], undefined],
    [['page'], undefined],
    [['page', '2', 'a-z'], undefined],
    [['a-z', ''], undefined],
    [[''], undefined],
    [['z-a'], undefined],
  ]
  for (const [segments, expected] of cases) assert.deepEqual(parseListPage(segments), expected, String(segments))
})

test('parses addresses of the library', () => {
  const cases: [string, ReturnType<typeof parseLibraryPath>][] = [
    ['/', undefined],
    ['/learn', undefined],
    ['/about', undefined],
    ['/learn/law', { kind: 'subject', slug: 'law', order: 'newest', page: 1 }],
    ['/learn/law/a-z/page/3', { kind: 'subject', slug: 'law', order: 'a-z', page: 3 }],
    ['/learn/law/questions/what-is-law', { kind: 'question', subject: 'law', slug: 'what-is-law' }],
    ['/learn/law/questions', { kind: 'unknown' }],
    ['/learn/law/questions/a/b', { kind: 'unknown' }],
    ['/authors/ada', { kind: 'author', slug: 'ada', order: 'newest', page: 1 }],
    ['/authors/ada/a-z', { kind: 'unknown' }],
  ]
  for (const [path, expected] of cases) assert.deepEqual(parseLibraryPath(path), expected, path)
})

/** Clicks from page 1 to every page of a list, over the links that each page shows. */
function toClicks(pages: number): number[] {
  const clicks = new Array<number>(pages + 1).fill(Number.POSITIVE_INFINITY)
  clicks[1] = 0
  const queue = [1]
  for (let page = queue.shift(); page !== undefined; page = queue.shift()) {
    for (const { page: next } of toPageLinks(page, pages)) {
      if (clicks[next] !== Number.POSITIVE_INFINITY) continue
      clicks[next] = (clicks[page] ?? 0) + 1
      queue.push(next)
    }
  }
  return clicks.slice(1)
}

test('every page of a list is two clicks away within 250 pages, three within 2,500', () => {
  assert.ok(Math.max(...toClicks(45)) <= 2)
  assert.ok(Math.max(...toClicks(250)) <= 2)
  assert.ok(Math.max(...toClicks(2500)) <= 3)
})

test('the links of a page are few, in order, and mark gaps', () => {
  const links = toPageLinks(347, 1240)
  assert.ok(links.length <= 40, String(links.length))
  assert.deepEqual(
    links.map(({ page }) => page),
    [...links.map(({ page }) => page)].sort((a, b) => a - b),
  )
  for (const [index, { page, gapBefore }] of links.entries()) {
    assert.equal(gapBefore, index > 0 && page !== (links[index - 1]?.page ?? 0) + 1)
  }
  assert.deepEqual(toPageLinks(1, 1), [{ page: 1, gapBefore: false }])
})

test('names become addresses', () => {
  for (const [name, slug] of [
    ['QuickTakes', 'quicktakes'],
    ['Ada  Lovelace', 'ada-lovelace'],
    ['Émilie du Châtelet', 'emilie-du-chatelet'],
    ['../../etc/passwd', 'etcpasswd'],
    ['李', 'unnamed'],
  ] as const) {
    assert.equal(toSlug(name), slug)
  }
})

test('addresses of the site’s own files and pages cannot be old addresses of questions', () => {
  const served = readdirSync('app').flatMap((name) => {
    if (name === 'manifest.ts') return ['/manifest.webmanifest']
    if (/\.(?:png|svg|ico)$/.test(name)) return [`/${name}`]
    const isRoute = ['page.tsx', 'route.ts'].some((file) => existsSync(path.join('app', name, file)))
    return isRoute ? [`/${name}`] : []
  })
  const files = existsSync('public') ? readdirSync('public').map((name) => `/${name}`) : []
  assert.ok(served.length > 10)
  for (const address of [...served, ...files, '/', '/api/search', '/images/site.png', '/_next/static/a.js']) {
    assert.ok(isFixedPath(address) || isFilePath(address), address)
    assert.ok(isReservedPath(address), address)
  }
})
