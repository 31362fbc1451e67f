import { gonePath, notFoundPath, nowherePath, searchPath, unavailablePath } from '@/lib/core/routes'
import { recordReads } from '@/lib/library/reads'
import type { ChangeLog } from './change-log'
import type { Page } from './page'
import { cachePage, findPage } from './page-cache'

export type FoundPage = { page: Page; cache: 'HIT' | 'MISS' }

/** Renders the page at a path and query. */
export type Render = (url: string) => Promise<Page>

/** The statuses of the pages that are shown at other addresses, which Next renders like any other. */
const statuses: Record<string, number> = { [notFoundPath]: 404, [gonePath]: 410, [unavailablePath]: 500 }

/** Pages from the cache, or rendered: once however many ask at the same time. */
export class PageSource {
  readonly #render: Render

  /** Pages being rendered now, by address. */
  readonly #rendering = new Map<string, Promise<Page>>()

  readonly #log: ChangeLog

  constructor(render: Render, log: ChangeLog) {
    this.#render = render
    this.#log = log
  }

  /** The page at an address of the site; in its place the one that says what is wrong. */
  async getPage(url: string): Promise<FoundPage> {
    const path = toPath(url)
    // The one page that answers its query; all others are the same whatever somebody adds.
    const asked = path === searchPath && url !== path
    const found: FoundPage = asked ? { page: await this.#render(url), cache: 'MISS' } : await this.#getCached(path)
    if (found.page.status >= 500) return this.#getCached(unavailablePath)
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

  async #renderAndCache(path: string, url: string): Promise<Page> {
    const { era } = this.#log
    const { result: page, reads } = await recordReads(() => this.#render(url))
    const status = statuses[path]
    if (status) page.status = status
    else if (page.status !== 200) return page
    cachePage(path, page, { reads, era })
    return page
  }
}

const toPath = (url: string) => url.split('?', 1)[0] ?? ''
