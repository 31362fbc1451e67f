/**
 * Addresses of one site: it is asked at one origin and may call itself by another, as a site does that is tried out
 * before it is public. Pages are known by path and query.
 */
export class SiteAddresses {
  /** `canonicalOrigin` is what the home page calls itself. */
  constructor(
    readonly origin: string,
    readonly canonicalOrigin: string,
  ) {}

  /** The path and query of an address of this site, as it was written on a page; undefined for all others. */
  toPath(href: string, page: string): string | undefined {
    if (!URL.canParse(href, this.origin + page)) return undefined
    const url = new URL(href, this.origin + page)
    const ours = url.origin === this.origin || url.origin === this.canonicalOrigin
    return ours ? url.pathname + url.search : undefined
  }

  toUrl = (path: string) => this.origin + path

  /** The canonical address of a page; the home page has no slash. */
  toCanonical = (path: string) => this.canonicalOrigin + (path === '/' ? '' : path)
}
