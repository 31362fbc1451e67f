import { parentPort, workerData } from 'node:worker_threads'
import { runBehindOthers } from '@/lib/core/thread-priority'
import type { SearchRequest } from '@/lib/library/pages'
import { followStore } from './open-store'
import type { Reply } from './search-thread'
import { SqliteLibrary } from './sqlite-library'

/** The program of the thread that searches (search-thread.ts): it answers requests in their order. */
runBehindOthers()

const library = new SqliteLibrary(followStore(workerData))

parentPort?.on('message', async (request: SearchRequest) => parentPort?.postMessage(await search(request)))

async function search(request: SearchRequest): Promise<Reply> {
  const started = performance.now()
  try {
    const page = await library.search(request)
    return { page, ms: performance.now() - started }
  } catch (error) {
    return { error: error as Error }
  }
}
