import { Parser } from 'htmlparser2'
import type { Client } from './client'
import type { SiteAddresses } from './site-addresses'

/** An entry of a sitemap, or a sentence that says what is wrong with the sitemap at `file`. */
export type SitemapEntry = { file: string; path: string } | { file: string; problem: string }

/** Streams every address in a sitemap, or in its children if it is an index. https://www.sitemaps.org */
export async function* readSitemap(
  client: Client,
  site: SiteAddresses,
  file: string,
  isChild = false,
): AsyncGenerator<SitemapEntry> {
  const response = await client.open(file)
  if (response.statusCode !== 200) {
    response.resume()
    yield { file, problem: `cannot be read: the site answers ${response.statusCode}` }
    return
  }
  const found: string[] = []
  let inLoc = false
  let isIndex = false
  const parser = new Parser(
    {
      onopentag(name) {
        if (name === 'sitemapindex') isIndex = true
        inLoc = name === 'loc'
        if (inLoc) found.push('')
      },
      ontext(text) {
        if (inLoc) found[found.length - 1] += text
      },
      onclosetag(name) {
        if (name === 'loc') inLoc = false
      },
    },
    { xmlMode: true },
  )
  for await (const text of response.setEncoding('utf8')) {
    parser.write(text)
    // The last one may be incomplete.
    for (const address of found.splice(0, found.length - 1)) yield* read(address)
  }
  parser.end()
  for (const address of found) yield* read(address)

  async function* read(address: string): AsyncGenerator<SitemapEntry> {
    const path = address.startsWith(site.canonicalOrigin) ? site.toPath(address, '/') : undefined
    if (path === undefined) yield { file, problem: `lists ${address}, which is not a canonical address of the site` }
    else if (!isIndex) yield { file, path }
    else if (isChild) yield { file, problem: `is an index within an index: ${address}` }
    else yield* readSitemap(client, site, path, true)
  }
}
