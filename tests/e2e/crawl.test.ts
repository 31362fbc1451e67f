import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { select, selectAll } from 'hast-util-select'
import { toString as toText } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { relatedCount } from '@/lib/content/store/related'
import { startSite } from './site'

/** Every page of the library, reached as a search engine reaches it: by plain links from the home page. */
type Crawled = { path: string; clicks: number; tree: Root; bytes: number }

const contentDir = process.env.CRAWL_CONTENT ?? 'content'
const siteUrl = 'https://learn.example.org'

const attribute = (element: Element | undefined, name: string) => String(element?.properties[name] ?? '')
const isQuestion = (path: string) => path.includes('/questions/')

const site = await startSite(contentDir, { SITE_URL: siteUrl })
const pages = await crawl()

async function crawl() {
  const found = new Map<string, Crawled>()
  const queue = [{ path: '/', clicks: 0 }]
  const seen = new Set(['/'])
  for (let at = queue.shift(); at; at = queue.shift()) {
    const response = await fetch(site.url + at.path, { redirect: 'manual' })
    assert.equal(response.status, 200, `${at.path}, linked ${at.clicks} clicks from home`)
    const html = await response.text()
    const tree = fromHtml(html)
    found.set(at.path, { ...at, tree, bytes: Buffer.byteLength(html) })
    for (const link of selectAll('a[href^="/"]', tree)) {
      const path = attribute(link, 'href').replace(/#.*/, '')
      if (!seen.has(path)) queue.push({ path, clicks: at.clicks + 1 })
      seen.add(path)
    }
  }
  return found
}

test('every internal link leads to a page that names itself as canonical', () => {
  assert.ok(pages.size > 60)
  for (const { path, tree } of pages.values()) {
    assert.equal(attribute(select('link[rel=canonical]', tree), 'href'), siteUrl + (path === '/' ? '' : path), path)
  }
})

test('every question is reached in at most four clicks', () => {
  for (const { path, clicks } of pages.values()) if (isQuestion(path)) assert.ok(clicks <= 4, `${path}: ${clicks}`)
})

test('every page has its own title and description, one h1, and says whether it may be indexed', () => {
  const titles = new Map<string, string>()
  const descriptions = new Map<string, string>()
  for (const { path, tree } of pages.values()) {
    const title = toText(select('title', tree) ?? { type: 'root', children: [] })
    const description = attribute(select('meta[name=description]', tree), 'content')
    assert.ok(title && description, path)
    assert.equal(titles.get(title), undefined, `${path} has the title of ${titles.get(title)}`)
    assert.equal(
      descriptions.get(description),
      undefined,
      `${path} has the description of ${descriptions.get(description)}`,
    )
    titles.set(title, path)
    descriptions.set(description, path)
    assert.equal(selectAll('h1', tree).length, 1, path)
    for (const name of ['robots', 'twitter:card'])
      assert.equal(selectAll(`head > meta[name="${name}"]`, tree).length, 1, `${path} ${name}`)
    for (const property of ['og:title', 'og:description', 'og:url', 'og:type']) {
      assert.equal(selectAll(`head > meta[property="${property}"]`, tree).length, 1, `${path} ${property}`)
    }
    assert.match(attribute(select('meta[name=robots]', tree), 'content'), /^index, follow/)
  }
})

test('every sidebar has five questions, none twice, none of them the page itself', () => {
  for (const { path, tree } of pages.values()) {
    if (!isQuestion(path)) continue
    const links = selectAll('aside a', tree).map((link) => attribute(link, 'href'))
    assert.equal(links.length, relatedCount, path)
    assert.equal(new Set(links).size, relatedCount, path)
    assert.ok(!links.includes(path), path)
  }
})

test('no page shows an undecoded line break or a lost delimiter outside code', () => {
  for (const { path, tree } of pages.values()) {
    const answer = select('.answer', tree)
    if (!answer) continue
    visit(answer, 'element', (element, index, parent) => {
      const own = ['code', 'pre', 'math', 'annotation'].includes(element.tagName)
      if (own && parent && index !== undefined) parent.children[index] = { type: 'text', value: ' ' }
    })
    assert.doesNotMatch(toText(answer), /\\n|\\t|\\\(|\\\[|\$\$|[\uE000\uE001]/, path)
  }
})

test('headings go down one level at a time', () => {
  for (const { path, tree } of pages.values()) {
    let depth = 0
    for (const heading of selectAll('h1, h2, h3, h4, h5, h6', tree)) {
      const next = Number(heading.tagName[1])
      assert.ok(next <= depth + 1, `${path}: h${next} after h${depth}`)
      depth = next
    }
  }
})

test('ids are unique and links within a page lead somewhere', () => {
  for (const { path, tree } of pages.values()) {
    const ids = selectAll('[id]', tree).map((element) => attribute(element, 'id'))
    assert.equal(new Set(ids).size, ids.length, `${path}: ${ids}`)
    for (const link of selectAll('a[href^="#"]', tree)) assert.ok(ids.includes(attribute(link, 'href').slice(1)), path)
  }
})

test('pages are small: a typical question, one without formulas, at most 60 KB; none above 500 KB', () => {
  const sizes = [...pages.values()]
    .filter(({ path, tree }) => isQuestion(path) && !select('.katex', tree))
    .map(({ bytes }) => bytes)
    .sort((a, b) => a - b)
  const median = sizes[Math.floor(sizes.length / 2)] ?? 0
  assert.ok(median <= 60_000, `median ${median}`)
  for (const { path, bytes } of pages.values()) assert.ok(bytes <= 500_000, `${path}: ${bytes}`)
})
