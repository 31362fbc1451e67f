import type { Client } from './client'
import type { Report } from './finding'
import type { Pages } from './pages'
import type { SiteAddresses } from './site-addresses'
import { readSitemap } from './sitemaps'

/** Compares the sitemaps with the pages found: together they must list exactly the indexable ones. */
export async function compareSitemaps(
  { client, site, pages, report }: { client: Client; site: SiteAddresses; pages: Pages; report: Report },
  sitemaps: readonly string[],
) {
  for (const file of sitemaps) {
    for await (const entry of readSitemap(client, site, file)) {
      if ('problem' in entry) report('sitemap', entry.file, entry.problem)
      else compareEntry(pages, report, entry)
    }
  }
  if (sitemaps.length === 0) return
  for (const { path, fate, inSitemap } of pages.list) {
    if (fate === 'canonical' && !inSitemap) report('sitemap', path, 'may be indexed, but is in no sitemap')
  }
}

function compareEntry(pages: Pages, report: Report, { path, file }: { path: string; file: string }) {
  const page = pages.find(path)
  if (!page) {
    report('orphan', path, `is in ${file}, but no page links to it`)
    return
  }
  if (page.inSitemap) report('sitemap', path, `is in the sitemaps twice, again in ${file}`)
  page.inSitemap = true
  if (page.fate !== 'canonical')
    report('sitemap', path, `is in ${file}, but is not a page that search engines may index`)
}
