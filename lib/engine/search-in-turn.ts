import pLimit from 'p-limit'
import type { Library } from '@/lib/library/library'
import type { FoundPage, SearchRequest } from '@/lib/library/pages'
import type { Searcher } from './cached-search'

/** Searches at a time, so that pages find a free connection. */
const mostAtOnce = 2

/** With so many searches under way no other is let in: whoever waits longer has given up. */
const mostWaiting = 32

/** Searches of a library whose index is far away: this thread mostly waits for answers meanwhile. */
export function searchInTurn(library: Library): Searcher {
  const limit = pLimit(mostAtOnce)
  return {
    search: async (request: SearchRequest) => {
      if (limit.activeCount + limit.pendingCount >= mostWaiting) return undefined
      return limit(async () => {
        const started = performance.now()
        const page = (await library.search(request)) as FoundPage
        return { page, ms: performance.now() - started }
      })
    },
  }
}
