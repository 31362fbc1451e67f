import robotsParser from 'robots-parser'
import { type Client, userAgent } from './client'
import type { Report } from './finding'
import type { SiteAddresses } from './site-addresses'

/** The content of robots.txt: which pages may be visited, and the paths of its sitemaps. */
export type Robots = { mayVisit: (path: string) => boolean; sitemaps: string[] }

const file = '/robots.txt'

/** Reads a site's robots.txt; without one, every page may be visited. https://www.rfc-editor.org/rfc/rfc9309 */
export async function readRobots(client: Client, site: SiteAddresses, report: Report): Promise<Robots> {
  const { status, type, body } = await client.get(file)
  if (status !== 200 || !type.startsWith('text/plain')) {
    report('robots-txt', file, `must be text/plain with status 200, but is ${type || 'nothing'} with status ${status}`)
  }
  const robots = robotsParser(site.toUrl(file), status === 200 ? body : '')
  const mayVisit = (path: string) => robots.isAllowed(site.toUrl(path), userAgent) !== false
  if (!mayVisit('/_next/static/chunks/any.js')) {
    report('robots-txt', file, 'blocks /_next/static, without which search engines cannot render a page')
  }
  const sitemaps = robots.getSitemaps().flatMap((url) => site.toPath(url, '/') ?? [])
  if (sitemaps.length === 0) report('sitemap', file, 'names no sitemap of this site')
  return { mayVisit, sitemaps }
}
