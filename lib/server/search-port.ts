import type { MessagePort } from 'node:worker_threads'
import type { SearchRequest } from '@/lib/library/pages'
import type { SearchCall, SearchReply } from '@/lib/library/search-port'
import { chargeSearches } from '@/lib/library/searches'
import { findLibrary } from '@/lib/library/slot'
import { LibraryUnavailable } from '@/lib/library/unavailable'

/** Answers the searches of a rendering thread, so that a single thread searches and each result is cached once. */
export function answerSearches(port: MessagePort) {
  port.on('message', async ({ id, request }: SearchCall) =>
    port.postMessage({ id, ...(await search(request)) } satisfies SearchReply),
  )
  port.unref()
}

async function search(request: SearchRequest): Promise<Omit<SearchReply, 'id'>> {
  let ms = 0
  try {
    const page = await chargeSearches(
      (spent) => {
        ms += spent
      },
      async () => findLibrary()?.search(request),
    )
    return { page, ms }
  } catch (error) {
    return { ms, failure: error instanceof LibraryUnavailable ? 'unavailable' : (error as Error) }
  }
}
