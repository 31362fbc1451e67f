import { parseLibraryPath } from '@/lib/core/routes'
import { checkPage } from './check-page'
import type { Client, Fetched } from './client'
import type { Report } from './finding'
import type { FoundPage, Pages } from './pages'
import { type PageFacts, readPage } from './read-page'
import type { Robots } from './robots'
import type { SiteAddresses } from './site-addresses'
import type { Survey } from './survey'

/** A page that search engines may index, as fetched. */
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

/** Visits pages: reports what is wrong with each, and collects its links. */
export class Visitor {
  constructor(private readonly at: Surroundings) {}

  async visit(page: FoundPage) {
    const { client, robots, report } = this.at
    const { path, linkedFrom } = page
    if (!robots.mayVisit(path)) {
      page.fate = 'hidden'
      return
    }
    const fetched = await client.get(path)
    const wrong = toLinkProblem(fetched)
    if (wrong) {
      page.fate = 'bad'
      report('link', path, `${wrong}; ${linkedFrom} links to it`)
    } else if (fetched.type.startsWith('text/html')) this.take(page, fetched)
    else page.fate = 'file'
  }

  private take(page: FoundPage, { body: html, noindex }: Fetched) {
    const { site, survey, report, onPage } = this.at
    const { path, linkedFrom, clicks } = page
    const facts = readPage(html)
    const bytes = Buffer.byteLength(html)
    for (const { rule, message } of checkPage(path, facts, bytes)) report(rule, path, message)
    this.collectLinks(page, facts)

    const [canonical] = facts.canonicals
    if (canonical !== undefined && canonical !== site.toCanonical(path)) {
      page.fate = 'bad'
      report('link', path, `names ${canonical} as canonical; ${linkedFrom} links to it`)
      return
    }
    const kind = parseLibraryPath(path)?.kind ?? 'other'
    if (noindex || facts.meta.get('robots')?.some((robots) => robots.includes('noindex'))) {
      page.fate = 'hidden'
      if (kind !== 'other')
        report('noindex-linked', path, `is hidden from search engines, but ${linkedFrom} links to it`)
      return
    }
    page.fate = 'canonical'
    survey.add(page, facts, kind === 'question' && facts.formulas ? 'question with formulas' : kind, bytes)
    onPage?.({ path, clicks, html, facts })
  }

  private collectLinks({ path, clicks }: FoundPage, { links, feeds, meta }: PageFacts) {
    const { site, pages } = this.at
    // There are as many pictures of questions as questions, and they take long to draw.
    const images = parseLibraryPath(path)?.kind === 'question' ? [] : (meta.get('og:image') ?? [])
    for (const href of [...links, ...feeds, ...images]) {
      const target = site.toPath(href, path)
      if (target !== undefined) pages.add(target, path, clicks + 1)
    }
  }
}

/** What is wrong with a link whose target answered like this; undefined if nothing is. */
function toLinkProblem({ status, location }: Fetched): string | undefined {
  if (status === 0) return `gave no answer (${location})`
  if (status >= 300 && status < 400) return `redirects to ${location}`
  return status === 200 ? undefined : `answers ${status}`
}
