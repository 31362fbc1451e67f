import { LRUCache } from 'lru-cache'
import type { State } from '@/lib/library/changes'
import type { FoundPage, SearchRequest } from '@/lib/library/pages'
import { parseQuery } from '@/lib/search/query'

const maxSize = 4 * 1024 * 1024

type Search = () => Promise<FoundPage | undefined>

/** Pages of results, each for one state of the library: those of earlier states are never hit again, and get evicted. */
export class SearchCache {
  readonly #pages = new LRUCache<string, FoundPage>({
    maxSize,
    // In memory, strings and objects take about twice the length of their JSON.
    sizeCalculation: (page, key) => 2 * (key.length + JSON.stringify(page).length),
  })

  /** Searches in progress, by their cache key. */
  readonly #searching = new Map<string, ReturnType<Search>>()

  /** The page that answers a request: cached, or else from `search`, which concurrent requests for the page share. */
  async find(request: SearchRequest, state: State, search: Search): Promise<FoundPage | undefined> {
    const key = toKey(request, state)
    const cached = this.#pages.get(key)
    if (cached) return cached
    let searching = this.#searching.get(key)
    if (!searching) {
      searching = this.#searchAndCache(key, state, search).finally(() => this.#searching.delete(key))
      this.#searching.set(key, searching)
    }
    return searching
  }

  async #searchAndCache(key: string, state: State, search: Search) {
    const page = await search()
    // The states differ if a compile overtook the search, or if the search thread has yet to open a replaced store.
    if (page?.state.store === state.store && page.state.sequence === state.sequence) this.#pages.set(key, page)
    return page
  }
}

/** The cache key: the same for all texts that parse to the same query. */
const toKey = ({ text, subject, page, pageSize, more }: SearchRequest, { store, sequence }: State) =>
  JSON.stringify([store, sequence, parseQuery(text), subject, page, pageSize, more])
