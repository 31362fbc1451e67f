import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { log as siteLog } from '@/lib/core/log'
import { LibraryAway } from '@/lib/library/away'
import type { Library } from '@/lib/library/library'
import type { ChangeLog } from './change-log'
import { mostReadinessTime } from './limits'
import { isStopping } from './stop-on-signals'

export const healthPath = '/api/health'
export const livePath = '/api/health/live'
export const readyPath = '/api/health/ready'

const headers = { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-robots-tag': 'noindex' }

/** The library, and up to which state of it pages are known to be valid. */
type Watched = { library: Library; log: ChangeLog }

/**
 * Answers whoever watches over the server, without Next and however much is being rendered: `live` where the process
 * answers at all, `ready` where it can read its library and is not stopping, and `stale` where all that it can do is to
 * serve what is cached; without either, what the library holds and when what pages show was compiled. False, and nothing
 * done, for everything else.
 */
export async function answerHealth(watched: Watched, request: IncomingMessage, response: ServerResponse) {
  const read = answers.get(request.url?.split('?', 1)[0] ?? '')
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
  // All servers lose one engine at once: were none of them ready, nobody would send visitors to what they have cached.
  const hasServed = log.state.sequence > 0
  const stale = { code: 200, state: 'stale' }
  const reading = readLibrary(library).catch((error) => {
    return hasServed && error instanceof LibraryAway ? stale : { code: 503, state: 'no library' }
  })
  return hasServed ? Promise.race([reading, setTimeout(mostReadinessTime, stale, { ref: false })]) : reading
}

async function readLibrary(library: Library): Promise<Health> {
  const [{ questions, sequence }, engine] = await Promise.all([library.readState(), library.readEngine()])
  return { code: 200, state: 'ready', questions, compiled: new Date(sequence).toISOString(), ...engine }
}
