import type { Client } from './client'
import type { Report } from './finding'
import { fate, type Pages } from './pages'
import type { SiteAddresses } from './site-addresses'
import { readSitemap } from './sitemaps'

/** Holds the sitemaps against the pages that were found: together they must have exactly those that may be indexed. */
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
  for (let number = 0; number < pages.length && sitemaps.length > 0; number += 1) {
    if (pages.getFate(number) !== fate.canonical || pages.isInSitemap(number)) continue
    report('sitemap', pages.getAddress(number), 'may be indexed, but stands in no sitemap')
  }
}

function compareEntry(pages: Pages, report: Report, { path, file }: { path: string; file: string }) {
  const number = pages.find(path)
  if (number === undefined) {
    report('orphan', path, `stands in ${file}, but no link leads to it`)
    return
  }
  if (pages.isInSitemap(number)) report('sitemap', path, `stands in the sitemaps twice, again in ${file}`)
  pages.setInSitemap(number)
  if (pages.getFate(number) === fate.canonical) return
  report('sitemap', path, `stands in ${file}, but is no page that search engines may index`)
}
