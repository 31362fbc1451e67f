import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { log as siteLog } from '@/lib/core/log'
import type { Library } from '@/lib/library/library'
import { LibraryUnavailable } from '@/lib/library/unavailable'
import type { ChangeLog } from './change-log'
import { readinessTimeout } from './limits'
import { isStopping } from './stop-on-signals'
import { toPath } from './url-path'

export const healthPath = '/api/health'
export const livePath = '/api/health/live'
export const readyPath = '/api/health/ready'

const headers = { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-robots-tag': 'noindex' }

/** The library, and up to which state of it pages are known to be valid. */
type Watched = { library: Library; log: ChangeLog }

/**
 * Answers health checks, without Next and regardless of how much is being rendered. The live check says `live` if the
 * process answers at all. The ready check says `ready` if the server can read its library and is not stopping, `stale` if
 * it can only serve what is cached. The plain check says what the library holds and when the content of pages was compiled.
 * Returns false, having done nothing, for any other request.
 */
export async function answerHealth(watched: Watched, request: IncomingMessage, response: ServerResponse) {
  const read = answers.get(toPath(request.url ?? ''))
  if (!read) return false
  const { code, ...health } = await read(watched, request)
  response.writeHead(code, headers).end(request.method === 'HEAD' ? undefined : JSON.stringify(health))
  return true
}

type Health = { code: number; [fact: string]: unknown }

const answers = new Map<string, (watched: Watched, request: IncomingMessage) => Health | Promise<Health>>([
  [livePath, () => ({ code: 200, state: 'live' })],
  [readyPath, readReadiness],
  [healthPath, readHealth],
])

async function readHealth({ library, log }: Watched): Promise<Health> {
  try {
    const { questions } = await library.readState()
    return { code: 200, status: 'ok', questions, compiled: new Date(log.state.sequence).toISOString() }
  } catch (error) {
    siteLog.error((error as Error).message)
    return { code: 503, status: 'no library' }
  }
}

async function readReadiness({ library, log }: Watched, request: IncomingMessage): Promise<Health> {
  const { server } = request.socket as IncomingMessage['socket'] & { server?: Server }
  if (server && isStopping(server)) return { code: 503, state: 'stopping' }
  // All servers lose a shared engine together. If none were ready, a balancer would not let visitors reach their caches.
  const hasServed = log.state.sequence > 0
  const stale = { code: 200, state: 'stale' }
  const reading = readLibrary(library).catch((error) => {
    return hasServed && error instanceof LibraryUnavailable ? stale : { code: 503, state: 'no library' }
  })
  return hasServed ? Promise.race([reading, setTimeout(readinessTimeout, stale, { ref: false })]) : reading
}

async function readLibrary(library: Library): Promise<Health> {
  const [{ questions, sequence }, engine] = await Promise.all([library.readState(), library.readEngine()])
  return { code: 200, state: 'ready', questions, compiled: new Date(sequence).toISOString(), ...engine }
}
