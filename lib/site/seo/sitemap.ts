import { toAbsoluteUrl } from '@/lib/core/site'
import { escapeXml, xmlDeclaration } from '@/lib/core/xml'

/** An address for search engines; `modified` is the day, YYYY-MM-DD, on which its content last changed. */
export type SitemapUrl = { path: string; modified?: string | undefined }

const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

/** A short sitemap. https://www.sitemaps.org/protocol.html */
export const toShortSitemap = (urls: readonly SitemapUrl[]) =>
  `${xmlDeclaration}<urlset ${namespace}>\n${urls.map((url) => toEntry('url', url)).join('')}</urlset>\n`

/** A sitemap, piece by piece. https://www.sitemaps.org/protocol.html */
export async function* toSitemap(urls: AsyncIterable<SitemapUrl>): AsyncGenerator<string> {
  yield `${xmlDeclaration}<urlset ${namespace}>\n`
  for await (const url of urls) yield toEntry('url', url)
  yield '</urlset>\n'
}

/** The list of all sitemaps. https://www.sitemaps.org/protocol.html#index */
export function toSitemapIndex(files: readonly SitemapUrl[]): string {
  const entries = files.map((file) => toEntry('sitemap', file)).join('')
  return `${xmlDeclaration}<sitemapindex ${namespace}>\n${entries}</sitemapindex>\n`
}

function toEntry(element: 'url' | 'sitemap', { path, modified }: SitemapUrl): string {
  const lastmod = modified ? `<lastmod>${escapeXml(modified)}</lastmod>` : ''
  return `<${element}><loc>${escapeXml(toAbsoluteUrl(path))}</loc>${lastmod}</${element}>\n`
}
