import { gonePath, notFoundPath, nowherePath, searchPath, unavailablePath } from '@/lib/core/routes'
import type { ServedLibrary } from '@/lib/library/slot'
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

  constructor(render: Render) {
    this.#render = render
  }

  /** The page at an address of the site; in its place the one that says what is wrong. */
  async getPage(library: ServedLibrary, url: string): Promise<FoundPage> {
    const path = toPath(url)
    // The one page that answers its query; all others are the same whatever somebody adds.
    const asked = path === searchPath && url !== path
    const found: FoundPage = asked
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
    const page = await this.#render(url)
    const status = statuses[path]
    if (status) page.status = status
    else if (page.status !== 200) return page
    cachePage(path, { page, sequence, dependencies: library.getDependencies(path) })
    return page
  }
}

const toPath = (url: string) => url.split('?', 1)[0] ?? ''
