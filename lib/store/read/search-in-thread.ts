import type { Library } from '@/lib/library/library'
import { noteReads } from '@/lib/library/reads'
import { noteRefusedSearch, noteSearch } from '@/lib/library/searches'
import { everySubject } from './noted'
import { SearchCache } from './search-cache'
import type { SearchThread } from './search-thread'

/** The library with its searches made by a thread of their own, and cached; everything else stays where it is. */
export function searchInThread(library: Library, thread: SearchThread): Library {
  const cache = new SearchCache()
  return {
    ...library,
    async search(request) {
      const page = await cache.find(request, await library.readState(), async () => {
        const searched = await thread.search(request)
        if (searched) noteSearch(searched.ms)
        return searched?.page
      })
      if (page) noteReads(page.state, everySubject)
      else noteRefusedSearch()
      return page
    },
  }
}
