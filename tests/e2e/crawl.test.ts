import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { select, selectAll } from 'hast-util-select'
import { toString as toText } from 'hast-util-to-string'
import { relatedCount } from '@/lib/search/related'
import { crawl } from '@/tools/crawl/crawl-site'
import { startSite } from './site'

/** Every page of the library, reached as a search engine reaches it: by plain links from the home page. */
const site = await startSite(process.env.CRAWL_CONTENT ?? 'content', { SITE_URL: 'https://learn.example.org' })
const isQuestion = (path: string) => path.includes('/questions/')
const trees = new Map<string, Root>()
const findings: string[] = []
const report = await crawl({
  url: site.url,
  concurrency: 4,
  onFinding: ({ rule, path, message }) => {
    // Duplicate descriptions are the authors' business: the check warns of them.
    if (rule !== 'same-description' || !isQuestion(path)) findings.push(`${path} ${rule}  ${message}`)
  },
  onPage: ({ path, html }) => trees.set(path, fromHtml(html)),
})

const attribute = (element: Element | undefined, name: string) => String(element?.properties[name] ?? '')

test('the crawler finds nothing wrong with the site', () => {
  assert.ok(report.indexable > 60)
  assert.deepEqual(findings, [])
})

test('sidebars have at most eight questions, none twice, none of them the page itself', () => {
  let most = 0
  for (const [path, tree] of trees) {
    if (!isQuestion(path)) continue
    const links = selectAll('aside a', tree).map((link) => attribute(link, 'href'))
    assert.ok(links.length <= relatedCount, path)
    assert.equal(new Set(links).size, links.length, path)
    most = Math.max(most, links.length)
    assert.ok(!links.includes(path), path)
  }
  // Fewer if few questions are similar: nothing is added as filler.
  assert.ok(most > 3, `${most}`)
})

test('a byline links to the author’s page, and its dates are those of the structured data', () => {
  for (const [path, tree] of trees) {
    if (!isQuestion(path)) continue
    const article = JSON.parse(toText(select('script[type="application/ld+json"]', tree) ?? tree))
    const byline = select('a[rel=author]', tree)
    assert.ok(byline, path)
    assert.equal(toText(byline), article.author.name)
    assert.equal(new URL(article.author.url).pathname, attribute(byline, 'href'))
    const days = selectAll('article header time', tree).map((time) => attribute(time, 'dateTime'))
    const dates = [article.datePublished, article.dateModified].filter(Boolean)
    assert.deepEqual(
      days,
      dates.map((date: string) => date.slice(0, 10)),
      path,
    )
  }
})

const isAsked = (path: string) =>
  toText(select('article header', trees.get(path) ?? assert.fail(path)) ?? assert.fail(path)).includes(
    'Asked by a student',
  )

test('each kind of page has exactly the structured data that is meant for it', () => {
  const typesOf = (path: string) =>
    selectAll('script[type="application/ld+json"]', trees.get(path) ?? assert.fail(path)).map(
      (script) => JSON.parse(toText(script))['@type'],
    )
  for (const path of trees.keys()) {
    const types = typesOf(path)
    if (isQuestion(path)) {
      const expected = isAsked(path) ? ['Article', 'BreadcrumbList', 'QAPage'] : ['Article', 'BreadcrumbList']
      assert.deepEqual(types, expected, path)
    } else if (path === '/') assert.deepEqual(types, ['WebSite', 'Organization'])
    else if (path.startsWith('/learn/')) assert.deepEqual(types, ['CollectionPage', 'BreadcrumbList'], path)
    else if (path.startsWith('/authors/')) assert.deepEqual(types, ['ProfilePage', 'BreadcrumbList'], path)
    else assert.deepEqual(types, ['BreadcrumbList'], path)
  }
})

test('every visitor is sent the same page, whatever the user agent', async () => {
  const agents = ['Mozilla/5.0 (compatible; Googlebot/2.1)', 'Bingbot/2.0', 'Twitterbot/1.0', 'curl/8.5.0', '']
  const kept = ['/', '/learn/mathematics', '/authors/quicktakes', [...trees.keys()].find(isQuestion) ?? '']
  for (const path of [...kept, '/search?q=water']) {
    const pages = new Set<string>()
    for (const agent of agents) {
      const response = await fetch(site.url + path, { headers: { 'user-agent': agent } })
      assert.equal(response.status, 200)
      pages.add(await response.text())
    }
    assert.equal(pages.size, 1, path)
  }
})

test('every answer is shown, without any of the renderer’s placeholders for formulas', () => {
  for (const [path, tree] of trees) {
    if (!isQuestion(path)) continue
    const answer = select('.answer', tree) ?? assert.fail(path)
    assert.ok(toText(answer).trim().length > 0, path)
    assert.doesNotMatch(toText(answer), /[\uE000\uE001]/, path)
  }
})

test('no heading level is skipped', () => {
  for (const [path, tree] of trees) {
    let depth = 0
    for (const heading of selectAll('h1, h2, h3, h4, h5, h6', tree)) {
      const next = Number(heading.tagName[1])
      assert.ok(next <= depth + 1, `${path}: h${next} after h${depth}`)
      depth = next
    }
  }
})

test('ids are unique, and links within a page have targets', () => {
  for (const [path, tree] of trees) {
    const ids = selectAll('[id]', tree).map((element) => attribute(element, 'id'))
    assert.equal(new Set(ids).size, ids.length, `${path}: ${ids}`)
    for (const link of selectAll('a[href^="#"]', tree)) assert.ok(ids.includes(attribute(link, 'href').slice(1)), path)
  }
})

test('pages are light: a typical question, one without formulas, at most 60 KB', () => {
  assert.ok(report.weights.question)
  const { median } = report.weights.question
  assert.ok(median <= 60_000, `median ${median}`)
})
