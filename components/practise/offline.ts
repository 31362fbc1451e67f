import { studyPath, workerPath } from '@/lib/core/routes'

/** What the worker (public/service-worker.js) is told: pages and files to keep. */
type Message = { keep: string[] }

/** Has the browser keep a page, the study page and what they need, for when there is no connection. */
export async function keepPage(path: string) {
  try {
    await navigator.serviceWorker.register(workerPath)
    const { active } = await navigator.serviceWorker.ready
    // Loaded on use: who practises on a train at night wants it too.
    await import('@/components/layout/reading-panel')
    const files = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
    const message: Message = { keep: [path, studyPath, ...files.filter((file) => file.startsWith('/_next/static/'))] }
    active?.postMessage(message)
  } catch {
    // No such thing here, or refused: pages are read with a connection.
  }
}
