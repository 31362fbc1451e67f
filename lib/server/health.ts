import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Library } from '@/lib/library/library'

export const livePath = '/api/health/live'
export const readyPath = '/api/health/ready'

const headers = { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-robots-tag': 'noindex' }

/**
 * Answers health checks without Next, so also while much is being rendered: `live` if the process responds at all,
 * `ready` if it can read its library and is not shutting down. Returns false, having sent nothing, for any other
 * request.
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
  // A server that is shutting down accepts no new connections, but still gets requests on open ones.
  if (server?.listening === false) return { status: 503, state: 'stopping' }
  try {
    const { questions, sequence } = await library.readState()
    return { status: 200, state: 'ready', questions, compiled: new Date(sequence).toISOString() }
  } catch {
    return { status: 503, state: 'no library' }
  }
}
