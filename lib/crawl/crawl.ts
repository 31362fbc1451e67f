import robotsParser from 'robots-parser'
import { parseLibraryPath } from '@/lib/routes'
import { type CrawlFinding, type CrawlRule, checkPage } from './check-page'
import { Client, type Fetched, userAgent } from './client'
import { Once } from './once'
import { fate, Pages } from './pages'
import { type PageFacts, readPage } from './read-page'
import { SiteAddresses } from './site-addresses'
import { readSitemap } from './sitemaps'
import { Weights } from './weights'

export type CrawlOptions = {
  /** Where the site answers. */
  url: string
  /** Pages asked for at once. */
  concurrency: number
  onFinding?: (finding: CrawlFinding) => void
  onProgress?: (pages: number) => void
  /** Sees each page that search engines may index. */
  onPage?: (page: { path: string; clicks: number; html: string; facts: PageFacts }) => void
}

/** What a crawl found; weights in bytes of HTML, by the kind of page. */
export type CrawlReport = {
  pages: number
  indexable: number
  findings: Partial<Record<CrawlRule, number>>
  /** How many indexable pages are so many clicks from home. */
  clicks: number[]
  weights: Record<string, { pages: number; median: number; largest: number }>
}

/** Within so many clicks from home every page is found; one more where there are more pages than this. */
const fewestClicks = { clicks: 4, pages: 100_000 }

/** What half of the questions without formulas may weigh, in bytes. */
const typicalQuestion = 60_000

/**
 * Visits a site as a search engine does: from the home page along plain links, as robots.txt allows, all pages of one
 * distance before those of the next; then compares what it found with the sitemaps. Memory: see `Pages` and `Once`.
 */
export async function crawl(options: CrawlOptions): Promise<CrawlReport> {
  const origin = new URL(options.url).origin
  const client = new Client(origin)
  const home = await client.get('/')
  if (home.status === 0) throw new Error(`No site answers at ${origin}: ${home.location}.`)
  const [canonical = origin] = readPage(home.body).canonicals
  const site = new SiteAddresses(origin, new URL(canonical, origin).origin)
  // Asked by another name than its own, a site keeps search engines out; what they would find is what is looked for.
  if (home.noindex && site.canonicalOrigin !== origin) client.host = new URL(site.canonicalOrigin).host
  const run = new CrawlRun(options, client, site)
  try {
    await run.readRobots()
    await run.visitAll()
    await run.compareWithSitemaps()
    return run.finish()
  } finally {
    run.close()
  }
}

class CrawlRun {
  private readonly pages = new Pages()
  private readonly titles = new Once()
  private readonly descriptions = new Once()
  private readonly findings: CrawlReport['findings'] = {}
  private readonly clicks: number[] = []
  private readonly weights = new Map<string, Weights>()
  private robots = robotsParser('', '')
  private indexable = 0

  constructor(
    private readonly options: CrawlOptions,
    private readonly client: Client,
    private readonly site: SiteAddresses,
  ) {}

  async readRobots() {
    const path = '/robots.txt'
    const { status, type, body } = await this.client.get(path)
    if (status !== 200 || !type.startsWith('text/plain')) {
      this.report(
        'robots-txt',
        path,
        `must be text/plain with the status 200, but is ${type || 'nothing'} with ${status}`,
      )
    }
    this.robots = robotsParser(this.site.toUrl(path), status === 200 ? body : '')
    if (!this.mayVisit('/_next/static/chunks/any.js')) {
      this.report('robots-txt', path, 'keeps search engines from /_next/static, without which they cannot show a page')
    }
  }

  /** All pages of one distance are visited before those of the next, so that the clicks from home are right. */
  async visitAll() {
    this.pages.add('/', 0, 0)
    for (let from = 0; from < this.pages.length; ) {
      const to = this.pages.length
      let next = from
      const visit = async () => {
        while (next < to) {
          const number = next
          next += 1
          await this.visit(number)
          this.options.onProgress?.(number)
        }
      }
      await Promise.all(Array.from({ length: this.options.concurrency }, visit))
      from = to
    }
  }

  async compareWithSitemaps() {
    const named = this.robots.getSitemaps().flatMap((url) => this.site.toPath(url, '/') ?? [])
    if (named.length === 0) this.report('sitemap', '/robots.txt', 'names no sitemap of this site')
    for (const file of named) {
      for await (const entry of readSitemap(this.client, this.site, file)) {
        if ('problem' in entry) this.report('sitemap', entry.file, entry.problem)
        else this.compareEntry(entry.path, entry.file)
      }
    }
    for (let number = 0; number < this.pages.length && named.length > 0; number += 1) {
      if (this.pages.getFate(number) !== fate.canonical || this.pages.isInSitemap(number)) continue
      this.report('sitemap', this.pages.getAddress(number), 'may be indexed, but stands in no sitemap')
    }
  }

  finish(): CrawlReport {
    const most = this.indexable > fewestClicks.pages ? fewestClicks.clicks + 1 : fewestClicks.clicks
    for (let number = 0; number < this.pages.length; number += 1) {
      const clicks = this.pages.getClicks(number)
      if (clicks <= most || this.pages.getFate(number) !== fate.canonical) continue
      this.report('clicks', this.pages.getAddress(number), `is ${clicks} clicks from home; at most ${most} are allowed`)
    }
    const questions = this.weights.get('question')
    if (questions && questions.median > typicalQuestion) {
      this.report(
        'weight',
        '/',
        `half of the questions without formulas weigh more than ${typicalQuestion} bytes: ${questions.median}`,
      )
    }
    const weights = [...this.weights].map(([kind, { pages, median, largest }]) => [kind, { pages, median, largest }])
    return {
      pages: this.pages.length,
      indexable: this.indexable,
      findings: this.findings,
      clicks: this.clicks,
      weights: Object.fromEntries(weights),
    }
  }

  close() {
    this.pages.close()
    this.client.close()
  }

  private mayVisit = (path: string) => this.robots.isAllowed(this.site.toUrl(path), userAgent) !== false

  private report(rule: CrawlRule, path: string, message: string) {
    this.findings[rule] = (this.findings[rule] ?? 0) + 1
    this.options.onFinding?.({ rule, path, message })
  }

  private async visit(number: number) {
    const path = this.pages.getAddress(number)
    if (!this.mayVisit(path)) {
      this.pages.setFate(number, fate.hidden)
      return
    }
    const fetched = await this.client.get(path)
    const wrong = toLinkProblem(fetched)
    if (wrong) {
      this.pages.setFate(number, fate.bad)
      this.report('link', path, `${wrong}; ${this.pages.getLinkedFrom(number)} links to it`)
    } else if (fetched.type.startsWith('text/html')) this.take(number, path, fetched)
    else this.pages.setFate(number, fate.file)
  }

  private take(number: number, path: string, { body: html, noindex }: Fetched) {
    const facts = readPage(html)
    const bytes = Buffer.byteLength(html)
    for (const { rule, message } of checkPage(path, facts, bytes)) this.report(rule, path, message)
    this.collectLinks(number, path, facts)

    const [canonical] = facts.canonicals
    if (canonical !== undefined && canonical !== this.site.toCanonical(path)) {
      this.pages.setFate(number, fate.bad)
      this.report('link', path, `names ${canonical} as canonical; ${this.pages.getLinkedFrom(number)} links to it`)
      return
    }
    const hidden = noindex || /noindex/.test(facts.meta.get('robots')?.[0] ?? '')
    this.pages.setFate(number, hidden ? fate.hidden : fate.canonical)
    const kind = parseLibraryPath(path)?.kind ?? 'other'
    if (hidden) {
      const from = this.pages.getLinkedFrom(number)
      if (kind !== 'other') this.report('noindex-linked', path, `is kept from search engines, but ${from} links to it`)
      return
    }
    this.takeIndexable(number, path, facts)
    this.weigh(kind === 'question' && facts.formulas ? 'question with formulas' : kind, bytes)
    this.options.onPage?.({ path, clicks: this.pages.getClicks(number), html, facts })
  }

  private weigh(kind: string, bytes: number) {
    const weights = this.weights.get(kind) ?? new Weights()
    weights.add(bytes)
    this.weights.set(kind, weights)
  }

  private takeIndexable(number: number, path: string, { titles, meta }: PageFacts) {
    this.indexable += 1
    const clicks = this.pages.getClicks(number)
    this.clicks[clicks] = (this.clicks[clicks] ?? 0) + 1
    const [title = ''] = titles
    const [description = ''] = meta.get('description') ?? []
    const sameTitle = this.titles.findEarlier(title, number)
    if (sameTitle !== undefined) {
      this.report('same-title', path, `has the title of ${this.pages.getAddress(sameTitle)}: ${title}`)
    }
    const same = this.descriptions.findEarlier(description, number)
    if (same !== undefined) {
      this.report('same-description', path, `has the description of ${this.pages.getAddress(same)}: ${description}`)
    }
  }

  private collectLinks(number: number, path: string, { links, feeds, meta }: PageFacts) {
    // The pictures of questions are as many as the questions, and take long to draw.
    const images = parseLibraryPath(path)?.kind === 'question' ? [] : (meta.get('og:image') ?? [])
    for (const href of [...links, ...feeds, ...images]) {
      const target = this.site.toPath(href, path)
      if (target !== undefined) this.pages.add(target, number, this.pages.getClicks(number) + 1)
    }
  }

  private compareEntry(path: string, file: string) {
    const number = this.pages.find(path)
    if (number === undefined) {
      this.report('orphan', path, `stands in ${file}, but no link leads to it`)
      return
    }
    if (this.pages.isInSitemap(number)) this.report('sitemap', path, `stands in the sitemaps twice, again in ${file}`)
    this.pages.setInSitemap(number)
    if (this.pages.getFate(number) === fate.canonical) return
    this.report('sitemap', path, `stands in ${file}, but is no page that search engines may index`)
  }
}

/** What is wrong with a link to an address that answered so; undefined where nothing is. */
function toLinkProblem({ status, location }: Fetched): string | undefined {
  if (status === 0) return `gave no answer (${location})`
  if (status >= 300 && status < 400) return `redirects to ${location}`
  return status === 200 ? undefined : `answers ${status}`
}
