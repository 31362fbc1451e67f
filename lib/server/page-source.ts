import {
  gonePath,
  libraryUnavailablePath,
  lostPath,
  notFoundPath,
  nowherePath,
  sheetPath,
  toLostPath,
  unavailablePath,
} from '@/lib/core/routes'
import { searchPath } from '@/lib/core/search-paths'
import { recordReads } from '@/lib/library/reads'
import { charged } from '@/lib/library/searches'
import type { BoundedQueue } from './bounded-queue'
import type { ChangeLog } from './change-log'
import { resultsLimits } from './limits'
import type { Page } from './page'
import { cachePage, cacheResults, findPage, findResults } from './page-cache'
import type { FoundPage } from './send-page'
import { SharedWork } from './shared-work'
import { toPath } from './url-path'

/** Renders the page at a path and query; `status` overrides its status. */
export type Render = (url: string, status?: number) => Promise<Page>

type Queues = Record<'renderings' | 'results' | 'sheets' | 'lost', BoundedQueue>

/** The statuses of the pages that are shown at other addresses, which Next renders like any other. */
const statuses: Record<string, number> = {
  [notFoundPath]: 404,
  [lostPath]: 404,
  [gonePath]: 410,
  [unavailablePath]: 500,
  [libraryUnavailablePath]: 503,
}

/**
 * Pages from the cache, or rendered; concurrent requests for a page share one rendering. If a page must be rendered, throws
 * `Refused` if too many wait, or if the visitor disconnects (the signal) before it is begun and nobody else waits for it.
 */
export class PageSource {
  readonly #render: Render
  readonly #log: ChangeLog

  readonly #queues: Queues
  readonly #shared = new SharedWork<Page>()

  constructor(render: Render, log: ChangeLog, queues: Queues) {
    this.#render = render
    this.#log = log
    this.#queues = queues
  }

  /** The page at an address, if it is cached and valid. */
  findCached(url: string): FoundPage | undefined {
    const path = toPath(url)
    const page = answersQuery(path, url) ? findResults(url, this.#log) : findPage(path, this.#log)
    return page && { page, cache: 'HIT' }
  }

  /** The page at an address of the site, or the page that says what is wrong. */
  async getPage(url: string, visitor: AbortSignal): Promise<FoundPage> {
    const path = toPath(url)
    const queue = path === sheetPath ? this.#queues.sheets : this.#queues.results
    const found: FoundPage = answersQuery(path, url)
      ? { page: await this.#renderOnce(url, () => this.#renderResults(path, url), queue, visitor), cache: 'MISS' }
      : await this.#getCached(path, path, visitor)
    // A page with status 503 already says what is wrong: too many searches.
    if (found.page.status >= 500 && found.page.status !== 503) {
      return this.#getCached(unavailablePath, unavailablePath, visitor)
    }
    return found.page.status === 404 ? this.getNotFound(visitor) : found
  }

  /** The page for one unknown address, which suggests what may have been meant. It is not cached. */
  async getLost(path: string, visitor: AbortSignal): Promise<FoundPage> {
    const url = toLostPath(path)
    const render = () => charged(() => this.#render(url, statuses[lostPath]), resultsLimits.renderingMs)
    const page = await this.#renderOnce(url, render, this.#queues.lost, visitor)
    return page.status === statuses[lostPath] ? { page, cache: 'MISS' } : this.getNotFound(visitor)
  }

  /** The one page for all unknown addresses. */
  getNotFound(visitor: AbortSignal): Promise<FoundPage> {
    return this.#getCached(notFoundPath, nowherePath, visitor)
  }

  /** The page that is shown instead of one that cannot be read now. */
  getLibraryUnavailable(visitor: AbortSignal): Promise<FoundPage> {
    return this.#getCached(libraryUnavailablePath, unavailablePath, visitor)
  }

  async #getCached(path: string, url: string, visitor: AbortSignal): Promise<FoundPage> {
    const cached = findPage(path, this.#log)
    if (cached) return { page: cached, cache: 'HIT' }
    const page = await this.#renderOnce(path, () => this.#renderAndCache(path, url), this.#queues.renderings, visitor)
    return { page, cache: 'MISS' }
  }

  #renderOnce(key: string, render: () => Promise<Page>, queue: BoundedQueue, visitor: AbortSignal): Promise<Page> {
    return this.#shared.run(key, (signal) => queue.run(render, signal), visitor)
  }

  async #renderResults(path: string, url: string): Promise<Page> {
    const { era } = this.#log
    // A sheet has up to fifty answers, each of which may be long.
    const ms = path === sheetPath ? undefined : resultsLimits.renderingMs
    const { result: page, reads } = await charged(() => recordReads(() => this.#render(url)), ms)
    if (page.status === 200 && this.#log.isOf(reads)) cacheResults(url, page, { reads, era })
    return page
  }

  async #renderAndCache(path: string, url: string): Promise<Page> {
    const { era } = this.#log
    const status = statuses[path]
    const { result: page, reads } = await recordReads(() => this.#render(url, status))
    if (page.status !== (status ?? 200) || !this.#log.isOf(reads)) return page
    cachePage(path, page, { reads, era })
    return page
  }
}

/** Whether a page depends on its query; all others ignore it. */
const answersQuery = (path: string, url: string) => (path === searchPath || path === sheetPath) && url !== path
