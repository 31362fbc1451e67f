import type { SearchRequest } from '@/lib/library/pages'
import type { Searcher } from './cached-search'
import type { LibraryPlace } from './open-library'
import { SearchThread } from './search-thread'

/** With so many searches under way no other is let in: whoever waits longer has given up. */
const mostWaiting = 32

/** Searches a library in threads, so that no search holds up what is served. */
export class SearchThreads implements Searcher {
  readonly #threads: SearchThread[]

  /** At most `count` threads of the program `file`. A store is followed where it is rebuilt. */
  constructor(file: string, place: LibraryPlace, count: number) {
    this.#threads = Array.from({ length: count }, () => new SearchThread(file, place))
  }

  /** Undefined, and nothing done, where too many searches wait. Throws `LibraryAway` as the library does. */
  async search(request: SearchRequest) {
    const waiting = this.#threads.reduce((sum, thread) => sum + thread.waiting, 0)
    if (waiting >= mostWaiting) return undefined
    // The first where several have as few, so that another is started only while those before it search.
    return this.#threads.reduce((best, thread) => (thread.waiting < best.waiting ? thread : best)).search(request)
  }
}
