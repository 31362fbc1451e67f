import { LRUCache } from 'lru-cache'
import type { State } from '@/lib/library/changes'
import type { FoundPage, SearchRequest } from '@/lib/library/pages'
import { parseQuery } from '@/lib/search/query'

const maxSize = 4 * 1024 * 1024

type Search = () => Promise<FoundPage | undefined>

/** Pages of results, each for one state of the library: those of earlier states are never found again, and drop out. */
export class SearchCache {
  readonly #pages = new LRUCache<string, FoundPage>({
    maxSize,
    // Strings and objects take about twice what they are as JSON.
    sizeCalculation: (page, key) => 2 * (key.length + JSON.stringify(page).length),
  })

  /** Searches that are made now. */
  readonly #searching = new Map<string, ReturnType<Search>>()

  /** The page that answers a request; `search` makes it where it is not cached: once, however many ask. */
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
    // Another state is read where a compile was quicker than the search, or the search has not seen its store yet.
    if (page?.state.store === state.store && page.state.sequence === state.sequence) this.#pages.set(key, page)
    return page
  }
}

/** The same for texts that are searched for alike, however they are written. */
const toKey = ({ text, subject, page, pageSize, more }: SearchRequest, { store, sequence }: State) =>
  JSON.stringify([store, sequence, parseQuery(text), subject, page, pageSize, more])
