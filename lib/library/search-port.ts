import type { MessagePort } from 'node:worker_threads'
import type { Library } from './library'
import type { FoundPage, SearchRequest } from './pages'
import { everySubject, noteReads } from './reads'
import { noteRefusedSearch, noteSearch } from './searches'
import { LibraryUnavailable, noteUnavailable } from './unavailable'

/** A search that a rendering thread requests from the serving thread. */
export type SearchCall = { id: number; request: SearchRequest }

/** Its answer: the page, undefined if too many searches wait; or why it failed; and the milliseconds it took. */
export type SearchReply = { id: number; page?: FoundPage | undefined; failure?: Error | 'unavailable'; ms: number }

/** The library, with its searches sent to the thread at the other end of a port. */
export function searchAtPort(library: Library, port: MessagePort): Library {
  const waiting = new Map<number, (reply: SearchReply) => void>()
  let lastId = 0
  port.on('message', (reply: SearchReply) => {
    waiting.get(reply.id)?.(reply)
    waiting.delete(reply.id)
  })
  return {
    ...library,
    async search(request) {
      const id = ++lastId
      const { page, failure, ms } = await new Promise<SearchReply>((resolve) => {
        waiting.set(id, resolve)
        port.postMessage({ id, request } satisfies SearchCall)
      })
      if (ms > 0) noteSearch(ms)
      if (failure === 'unavailable') {
        noteUnavailable()
        throw new LibraryUnavailable('The library did not answer the serving thread.')
      }
      if (failure) throw failure
      if (page) noteReads(page.state, everySubject)
      else noteRefusedSearch()
      return page
    },
  }
}
