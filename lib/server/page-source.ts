import { gonePath, notFoundPath, nowherePath, searchPath, unavailablePath } from '@/lib/core/routes'
import type { ServedLibrary } from '@/lib/library/slot'
import type { Page } from './page'
import { cachePage, findCurrentPage, findPage } from './page-cache'
import type { FoundPage } from './send-page'

/** Renders the page at a path and query, which then has the status that is given. */
export type Render = (url: string, status?: number) => Promise<Page>

/** The statuses of the pages that are shown at other addresses, which Next renders like any other. */
const statuses: Record<string, number> = { [notFoundPath]: 404, [gonePath]: 410, [unavailablePath]: 500 }

/** Pages from the cache, or rendered: once however many ask at the same time. */
export class PageSource {
  readonly #render: Render

  /** Pages being rendered now, by address. */
  readonly #rendering = new Map<string, Promise<Page>>()

  constructor(render: Render) {
    this.#render = render
  }

  /** The page at an address, where it is cached and no compile came since it was last found valid. */
  findCurrent(library: ServedLibrary, url: string): FoundPage | undefined {
    const path = toPath(url)
    if (asksSearch(path, url)) return undefined
    const page = findCurrentPage(path, library.getSequence())
    return page && { page, cache: 'HIT' }
  }

  /** The page at an address of the site; in its place the one that says what is wrong. */
  async getPage(library: ServedLibrary, url: string): Promise<FoundPage> {
    const path = toPath(url)
    const found: FoundPage = asksSearch(path, url)
      ? { page: await this.#render(url), cache: 'MISS' }
      : await this.#getCached(library, path)
    if (found.page.status >= 500) return this.#getCached(library, unavailablePath)
    return found.page.status === 404 ? this.getNotFound(library) : found
  }

  /** The one page for all addresses that the library does not have. */
  getNotFound(library: ServedLibrary): Promise<FoundPage> {
    return this.#getCached(library, notFoundPath, nowherePath)
  }

  async #getCached(library: ServedLibrary, path: string, url = path): Promise<FoundPage> {
    const cached = findPage(path, library)
    if (cached) return { page: cached, cache: 'HIT' }
    let page = this.#rendering.get(path)
    if (!page) {
      page = this.#renderAndCache(library, path, url).finally(() => this.#rendering.delete(path))
      this.#rendering.set(path, page)
    }
    return { page: await page, cache: 'MISS' }
  }

  async #renderAndCache(library: ServedLibrary, path: string, url: string): Promise<Page> {
    // What a compile changes from now on, the page may not show.
    const sequence = library.getSequence()
    const status = statuses[path]
    const page = await this.#render(url, status)
    if (!status && page.status !== 200) return page
    cachePage(path, { page, sequence, dependencies: library.getDependencies(path) })
    return page
  }
}

function toPath(url: string): string {
  const query = url.indexOf('?')
  return query < 0 ? url : url.slice(0, query)
}

/** Whether it is the one page that answers its query; all others are the same whatever somebody adds. */
const asksSearch = (path: string, url: string) => path === searchPath && url !== path
