import { studyPath, workerPath } from '@/lib/core/routes'

/** What the worker (public/service-worker.js) is sent: the paths of pages and files to cache. */
type Message = { keep: string[] }

/** Caches a page, the study page and what they need for offline use. */
export async function cachePage(path: string) {
  try {
    await navigator.serviceWorker.register(workerPath)
    const { active } = await navigator.serviceWorker.ready
    // Loaded on demand otherwise, but readers need these settings offline too.
    await import('@/components/layout/reading-panel')
    const files = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
    const message: Message = { keep: [path, studyPath, ...files.filter((file) => file.startsWith('/_next/static/'))] }
    active?.postMessage(message)
  } catch {
    // Service workers are unsupported or refused: pages need a connection.
  }
}
