import { parseLibraryPath } from '@/lib/core/routes'
import { checkPage } from './check-page'
import type { Client, Fetched } from './client'
import type { Report } from './finding'
import { fate, type Pages } from './pages'
import { type PageFacts, readPage } from './read-page'
import type { Robots } from './robots'
import type { SiteAddresses } from './site-addresses'
import type { Survey } from './survey'

/** A page that search engines may index, as it was found. */
export type VisitedPage = { path: string; clicks: number; html: string; facts: PageFacts }

type Surroundings = {
  client: Client
  site: SiteAddresses
  pages: Pages
  robots: Robots
  survey: Survey
  report: Report
  onPage: ((page: VisitedPage) => void) | undefined
}

/** Visits pages, each by its number: says what is wrong with it, and notes where it leads. */
export class Visitor {
  constructor(private readonly at: Surroundings) {}

  async visit(number: number) {
    const { client, pages, robots, report } = this.at
    const path = pages.getAddress(number)
    if (!robots.mayVisit(path)) {
      pages.setFate(number, fate.hidden)
      return
    }
    const fetched = await client.get(path)
    const wrong = toLinkProblem(fetched)
    if (wrong) {
      pages.setFate(number, fate.bad)
      report('link', path, `${wrong}; ${pages.getLinkedFrom(number)} links to it`)
    } else if (fetched.type.startsWith('text/html')) this.take(number, path, fetched)
    else pages.setFate(number, fate.file)
  }

  private take(number: number, path: string, { body: html, noindex }: Fetched) {
    const { site, pages, survey, report, onPage } = this.at
    const facts = readPage(html)
    const bytes = Buffer.byteLength(html)
    for (const { rule, message } of checkPage(path, facts, bytes)) report(rule, path, message)
    this.collectLinks(number, path, facts)

    const [canonical] = facts.canonicals
    if (canonical !== undefined && canonical !== site.toCanonical(path)) {
      pages.setFate(number, fate.bad)
      report('link', path, `names ${canonical} as canonical; ${pages.getLinkedFrom(number)} links to it`)
      return
    }
    const kind = parseLibraryPath(path)?.kind ?? 'other'
    if (noindex || facts.meta.get('robots')?.some((robots) => robots.includes('noindex'))) {
      pages.setFate(number, fate.hidden)
      const from = pages.getLinkedFrom(number)
      if (kind !== 'other') report('noindex-linked', path, `is kept from search engines, but ${from} links to it`)
      return
    }
    pages.setFate(number, fate.canonical)
    survey.add(number, path, facts, kind === 'question' && facts.formulas ? 'question with formulas' : kind, bytes)
    onPage?.({ path, clicks: pages.getClicks(number), html, facts })
  }

  private collectLinks(number: number, path: string, { links, feeds, meta }: PageFacts) {
    const { site, pages } = this.at
    // The pictures of questions are as many as the questions, and take long to draw.
    const images = parseLibraryPath(path)?.kind === 'question' ? [] : (meta.get('og:image') ?? [])
    for (const href of [...links, ...feeds, ...images]) {
      const target = site.toPath(href, path)
      if (target !== undefined) pages.add(target, number, pages.getClicks(number) + 1)
    }
  }
}

/** What is wrong with a link to an address that answered so; undefined where nothing is. */
function toLinkProblem({ status, location }: Fetched): string | undefined {
  if (status === 0) return `gave no answer (${location})`
  if (status >= 300 && status < 400) return `redirects to ${location}`
  return status === 200 ? undefined : `answers ${status}`
}
