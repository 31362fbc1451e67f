import { parentPort, workerData } from 'node:worker_threads'
import pLimit from 'p-limit'
import { lowerThreadPriority } from '@/lib/core/thread-priority'
import type { FoundPage, SearchRequest } from '@/lib/library/pages'
import type { SearchCall, SearchReply } from '@/lib/library/search-port'
import { LibraryUnavailable } from '@/lib/library/unavailable'
import { openLibrary } from './open-library'

/** Searches at a time: while one waits for PostgreSQL, this thread works on another. A store answers one at a time. */
const maxConcurrent = 2

/** The program of the search thread (search-thread.ts). */
lowerThreadPriority()

const library = await openLibrary(workerData)
const limit = pLimit(maxConcurrent)

parentPort?.on('message', async ({ id, request }: SearchCall) =>
  parentPort?.postMessage({ id, ...(await limit(() => search(request))) } satisfies SearchReply),
)

async function search(request: SearchRequest): Promise<Omit<SearchReply, 'id'>> {
  const started = performance.now()
  try {
    const page = (await library.search(request)) as FoundPage
    return { page, ms: performance.now() - started }
  } catch (error) {
    return { failure: error instanceof LibraryUnavailable ? 'unavailable' : (error as Error), ms: 0 }
  }
}
