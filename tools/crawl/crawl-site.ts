import { Client } from './client'
import { compareSitemaps } from './compare-sitemaps'
import type { CrawlFinding, CrawlRule, Report } from './finding'
import { Pages } from './pages'
import { readPage } from './read-page'
import { readRobots } from './robots'
import { SiteAddresses } from './site-addresses'
import { Survey } from './survey'
import { type VisitedPage, Visitor } from './visitor'

export type CrawlOptions = {
  /** The address of the site. */
  url: string
  /** Parallel requests. */
  concurrency: number
  onFinding?: (finding: CrawlFinding) => void
  onProgress?: (pages: number) => void
  /** Called with each page that search engines may index. */
  onPage?: (page: VisitedPage) => void
}

/** The result of a crawl; weights in bytes of HTML, by kind of page. */
export type CrawlReport = {
  /** The number of addresses found, pages and others. */
  pages: number
  indexable: number
  findings: Partial<Record<CrawlRule, number>>
  /** At each index, how many indexable pages are that many clicks from home. */
  clicks: number[]
  weights: Record<string, { pages: number; median: number; largest: number }>
}

/**
 * Visits a site as a search engine does: from the home page along plain links, as robots.txt allows, all pages of one
 * distance before those of the next; then compares what it found with the sitemaps.
 */
export async function crawl(options: CrawlOptions): Promise<CrawlReport> {
  const origin = new URL(options.url).origin
  const client = new Client(origin)
  const pages = new Pages()
  try {
    const site = await meetSite(client)
    const findings: CrawlReport['findings'] = {}
    const report: Report = (rule, path, message) => {
      findings[rule] = (findings[rule] ?? 0) + 1
      options.onFinding?.({ rule, path, message })
    }
    const robots = await readRobots(client, site, report)
    const survey = new Survey(pages, report)
    const visitor = new Visitor({ client, site, pages, robots, survey, report, onPage: options.onPage })
    await visitAll(pages, visitor, options)
    await compareSitemaps({ client, site, pages, report }, robots.sitemaps)
    return { pages: pages.list.length, ...survey.finish(), findings }
  } finally {
    client.close()
  }
}

/** Finds out the site's canonical origin. */
async function meetSite(client: Client): Promise<SiteAddresses> {
  const { origin } = client
  const home = await client.get('/')
  if (home.status === 0) throw new Error(`No site answers at ${origin}: ${home.location}.`)
  const [canonical = origin] = readPage(home.body).canonicals
  const site = new SiteAddresses(origin, new URL(canonical, origin).origin)
  // Under another host name, a site answers `noindex`: request it under its own, as search engines will.
  if (home.noindex && site.canonicalOrigin !== origin) client.host = new URL(site.canonicalOrigin).host
  return site
}

/** Breadth first, so that the clicks from home are correct. */
async function visitAll(pages: Pages, visitor: Visitor, { concurrency, onProgress }: CrawlOptions) {
  pages.add('/', '/', 0)
  for (let visited = 0; visited < pages.list.length; ) {
    const left = pages.list.slice(visited).values()
    const visitLeft = async () => {
      for (const page of left) {
        await visitor.visit(page)
        visited += 1
        onProgress?.(visited)
      }
    }
    await Promise.all(Array.from({ length: concurrency }, visitLeft))
  }
}
