import type { Library } from '@/lib/library/library'
import type { FoundPage, SearchRequest } from '@/lib/library/pages'
import { everySubject, noteReads } from '@/lib/library/reads'
import { noteRefusedSearch, noteSearch } from '@/lib/library/searches'
import { SearchCache } from './search-cache'

/** What makes searches. Resolves to a page and the milliseconds it took, or to undefined if too many searches wait. */
export type Searcher = { search: (request: SearchRequest) => Promise<{ page: FoundPage; ms: number } | undefined> }

/** The library, with its searches made by a searcher, and cached. */
export function searchWith(library: Library, searcher: Searcher): Library {
  const cache = new SearchCache()
  return {
    ...library,
    async search(request) {
      const search = async () => {
        const searched = await searcher.search(request)
        if (searched) noteSearch(searched.ms)
        return searched?.page
      }
      const page = await (request.once ? search() : cache.find(request, await library.readState(), search))
      if (page) noteReads(page.state, everySubject)
      else noteRefusedSearch()
      return page
    },
  }
}
