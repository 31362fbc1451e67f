/**
 * The addresses of one site, which is requested at one origin and may use another in its canonical addresses, such as a
 * staging site. Pages are identified by path and query.
 */
export class SiteAddresses {
  /** `canonicalOrigin` is that of the home page's canonical address. */
  constructor(
    readonly origin: string,
    readonly canonicalOrigin: string,
  ) {}

  /** The path and query of a link to this site, as written on a page; undefined for other sites. */
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
