import { parentPort, workerData } from 'node:worker_threads'
import next from 'next'
import { recordReads } from '@/lib/library/reads'
import { chargeSearches, wasSearchRefused } from '@/lib/library/searches'
import { askNext } from './ask-next'
import type { Question, Reply } from './next-threads'

/** The program of a thread that runs Next (next-threads.ts): it answers what it is asked, several at a time. */
const app = next({ dev: false, port: workerData.port, hostname: 'localhost' })
await app.prepare()
const handle = app.getRequestHandler()

parentPort?.on('message', async (question: Question) => parentPort?.postMessage(await answer(question)))
parentPort?.postMessage('ready')

async function answer({ id, url, passed }: Question): Promise<Reply> {
  const searched: number[] = []
  const ask = async () => ({ answer: await askNext(handle, url, passed), refused: wasSearchRefused() })
  try {
    const { result, reads } = await recordReads(() => chargeSearches((ms) => searched.push(ms), ask))
    return { id, ...result, reads, searched }
  } catch (error) {
    return { id, error: error as Error }
  }
}
