import { parentPort, threadId } from 'node:worker_threads'

// Stands in for lib/server/next-thread.ts.
parentPort?.on('message', ({ id, url }) => {
  if (url === '/die') throw new Error('out of luck')
  if (url.endsWith('wait')) return
  while (url === '/hang');
  const answer = { status: 200, headers: {}, body: Buffer.from(`${url} ${threadId}`) }
  const reads = { keys: new Set(['question 1']), stores: new Set(['a']), sequence: 7 }
  parentPort?.postMessage({ id, answer, reads, searched: [3, 4], refused: true })
})
parentPort?.postMessage('ready')
