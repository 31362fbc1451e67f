import { Parser } from 'htmlparser2'
import { VisibleText } from './visible-text'

/** What a search engine extracts from the HTML of a page. */
export type PageFacts = {
  titles: string[]
  canonicals: string[]
  /** The contents of `<meta name>` and `<meta property>` in the head, by name. */
  meta: Map<string, string[]>
  /** Head elements that are in the body, where search engines ignore them. */
  strays: string[]
  headings: number
  /** The targets of plain links, as written, without `nofollow` links. */
  links: string[]
  /** Addresses of feeds. */
  feeds: string[]
  /** The texts of the scripts with structured data. */
  data: string[]
  /** Whether the page has formulas, which make it heavy. */
  formulas: boolean
  text: string
  /** Days (`YYYY-MM-DD`) of `<time>` elements. */
  days: Set<string>
}

/** Parses the HTML of a page in one pass, without building a tree. */
export function readPage(html: string): PageFacts {
  const facts: Omit<PageFacts, 'text'> = {
    titles: [],
    canonicals: [],
    meta: new Map(),
    strays: [],
    headings: 0,
    links: [],
    feeds: [],
    data: [],
    formulas: false,
    days: new Set(),
  }
  const visible = new VisibleText()
  let inBody = false
  let inTitle = false
  let inData = false
  let inDrawing = 0

  const openInHead = (name: string, attributes: Record<string, string>) => {
    if (name === 'title') facts.titles.push('')
    if (name === 'link' && attributes.rel === 'canonical') facts.canonicals.push(attributes.href ?? '')
    const key = attributes.name ?? attributes.property
    if (name === 'meta' && key) facts.meta.set(key, [...(facts.meta.get(key) ?? []), attributes.content ?? ''])
  }

  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'body') inBody = true
      if (name === 'svg') inDrawing += 1
      inTitle = name === 'title' && inDrawing === 0
      inData = name === 'script' && attributes.type === 'application/ld+json'
      if (inData) facts.data.push('')
      if (!inBody) openInHead(name, attributes)
      else if (isOfHead(name, attributes) && inDrawing === 0) facts.strays.push(name)
      if (name === 'span' && attributes.class === 'katex') facts.formulas = true
      if (name === 'h1') facts.headings += 1
      if (name === 'time' && attributes.datetime) facts.days.add(attributes.datetime.slice(0, 10))
      if (name === 'a' && attributes.href && !/\bnofollow\b/.test(attributes.rel ?? ''))
        facts.links.push(attributes.href)
      if (name === 'link' && attributes.rel === 'alternate' && /atom|rss/.test(attributes.type ?? '')) {
        facts.feeds.push(attributes.href ?? '')
      }
      visible.open(name, attributes)
    },
    ontext(text) {
      if (inTitle && !inBody) facts.titles[facts.titles.length - 1] += text
      if (inData) facts.data[facts.data.length - 1] += text
      if (inBody) visible.add(text)
    },
    onclosetag(name) {
      if (name === 'svg') inDrawing -= 1
      inTitle = false
      inData = false
      visible.close(name)
    },
  })
  parser.end(html)
  return { ...facts, text: visible.toString() }
}

const isOfHead = (name: string, { rel, name: key, property }: Record<string, string>) =>
  name === 'title' ||
  (name === 'link' && rel === 'canonical') ||
  (name === 'meta' && (key === 'description' || key === 'robots' || property?.startsWith('og:') === true))
