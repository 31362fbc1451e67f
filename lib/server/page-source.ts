import { gonePath, notFoundPath, nowherePath, searchPath, unavailablePath } from '@/lib/core/routes'
import { recordReads } from '@/lib/library/reads'
import type { ChangeLog } from './change-log'
import type { Page } from './page'
import { cachePage, cacheResults, findPage, findResults } from './page-cache'
import type { FoundPage } from './send-page'

/** Renders the page at a path and query, which then has the status that is given. */
export type Render = (url: string, status?: number) => Promise<Page>

/** The statuses of the pages that are shown at other addresses, which Next renders like any other. */
const statuses: Record<string, number> = { [notFoundPath]: 404, [gonePath]: 410, [unavailablePath]: 500 }

/** Pages from the cache, or rendered: once however many ask at the same time. */
export class PageSource {
  readonly #render: Render
  readonly #log: ChangeLog

  /** Pages being rendered now, by address. */
  readonly #rendering = new Map<string, Promise<Page>>()

  constructor(render: Render, log: ChangeLog) {
    this.#render = render
    this.#log = log
  }

  /** The page at an address, where it is cached and valid. */
  findCached(url: string): FoundPage | undefined {
    const path = toPath(url)
    const page = asksSearch(path, url) ? findResults(url, this.#log) : findPage(path, this.#log)
    return page && { page, cache: 'HIT' }
  }

  /** The page at an address of the site; in its place the one that says what is wrong. */
  async getPage(url: string): Promise<FoundPage> {
    const path = toPath(url)
    const found: FoundPage = asksSearch(path, url)
      ? { page: await this.#renderResults(url), cache: 'MISS' }
      : await this.#getCached(path)
    // A page with 503 says itself what is wrong: too many searches.
    if (found.page.status >= 500 && found.page.status !== 503) return this.#getCached(unavailablePath)
    return found.page.status === 404 ? this.getNotFound() : found
  }

  /** The one page for all addresses that the library does not have. */
  getNotFound(): Promise<FoundPage> {
    return this.#getCached(notFoundPath, nowherePath)
  }

  async #getCached(path: string, url = path): Promise<FoundPage> {
    const cached = findPage(path, this.#log)
    if (cached) return { page: cached, cache: 'HIT' }
    let page = this.#rendering.get(path)
    if (!page) {
      page = this.#renderAndCache(path, url).finally(() => this.#rendering.delete(path))
      this.#rendering.set(path, page)
    }
    return { page: await page, cache: 'MISS' }
  }

  async #renderResults(url: string): Promise<Page> {
    const { era } = this.#log
    const { result: page, reads } = await recordReads(() => this.#render(url))
    if (page.status === 200) cacheResults(url, page, { reads, era })
    return page
  }

  async #renderAndCache(path: string, url: string): Promise<Page> {
    const { era } = this.#log
    const status = statuses[path]
    const { result: page, reads } = await recordReads(() => this.#render(url, status))
    if (!status && page.status !== 200) return page
    cachePage(path, page, { reads, era })
    return page
  }
}

const toPath = (url: string) => {
  const end = url.indexOf('?')
  return end < 0 ? url : url.slice(0, end)
}

/** The one page that answers its query; all others are the same whatever somebody adds. */
const asksSearch = (path: string, url: string) => path === searchPath && url !== path
