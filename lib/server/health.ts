import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Library } from '@/lib/library/library'

export const livePath = '/api/health/live'
export const readyPath = '/api/health/ready'

const headers = { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-robots-tag': 'noindex' }

/**
 * Answers whoever watches over the server, without Next and however much is being rendered: `live` where the process
 * answers at all, `ready` where it can read its library and is not stopping. False, and nothing done, for everything
 * else.
 */
export async function answerHealth(library: Library, request: IncomingMessage, response: ServerResponse) {
  const path = request.url?.split('?', 1)[0]
  if (path !== livePath && path !== readyPath) return false
  const { status, ...health } =
    path === livePath ? { status: 200, state: 'live' } : await readReadiness(library, request)
  response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : JSON.stringify(health))
  return true
}

async function readReadiness(library: Library, request: IncomingMessage) {
  const { server } = request.socket as IncomingMessage['socket'] & { server?: Server }
  // A server that was told to stop takes no new connections, but requests on those that it has.
  if (server?.listening === false) return { status: 503, state: 'stopping' }
  try {
    const { questions, sequence } = await library.readState()
    return { status: 200, state: 'ready', questions, compiled: new Date(sequence).toISOString() }
  } catch {
    return { status: 503, state: 'no library' }
  }
}
