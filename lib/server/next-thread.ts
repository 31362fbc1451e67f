import { parentPort, workerData } from 'node:worker_threads'
import next from 'next'
import { recordReads } from '@/lib/library/reads'
import { chargeSearches, wasSearchRefused } from '@/lib/library/searches'
import { askNext, type Handle } from './ask-next'
import type { Question, Reply } from './next-threads'

/** Runs Next in this thread (next-threads.ts), which answers several requests at a time. */
export async function runNext() {
  const app = next({ dev: false, port: workerData.port, hostname: 'localhost' })
  await app.prepare()
  const handle = app.getRequestHandler()
  parentPort?.on('message', async (question: Question) => parentPort?.postMessage(await answer(handle, question)))
  parentPort?.postMessage('ready')
}

async function answer(handle: Handle, { id, url, passed }: Question): Promise<Reply> {
  const searched: number[] = []
  const ask = async () => ({
    answer: await askNext(handle, url, passed).catch((error: Error) => error),
    refused: wasSearchRefused(),
  })
  const { result, reads } = await recordReads(() => chargeSearches((ms) => searched.push(ms), ask))
  const { answer, refused } = result
  // Next has answered with its error page.
  if (reads.unavailable) return { id, unavailable: true }
  return answer instanceof Error ? { id, error: answer } : { id, answer, refused, reads, searched }
}
