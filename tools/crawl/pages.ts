/** What was found at an address: a page that search engines may index, one they may not, another file, or a problem. */
export type Fate = 'unvisited' | 'canonical' | 'hidden' | 'file' | 'bad'

/** An address of the site, and what a crawl knows of it; `linkedFrom` is the page that linked to it first. */
export type FoundPage = { path: string; linkedFrom: string; clicks: number; fate: Fate; inSitemap: boolean }

/** Every address that a crawl found, in order of discovery. */
export class Pages {
  private readonly byPath = new Map<string, FoundPage>()
  readonly list: FoundPage[] = []

  /** Adds an address that a page links to, unless it is known. */
  add(path: string, linkedFrom: string, clicks: number) {
    if (this.byPath.has(path)) return
    const page: FoundPage = { path, linkedFrom, clicks, fate: 'unvisited', inSitemap: false }
    this.byPath.set(path, page)
    this.list.push(page)
  }

  find(path: string): FoundPage | undefined {
    return this.byPath.get(path)
  }
}
