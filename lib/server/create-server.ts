import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { logFailure } from './log'
import { observeRequest } from './observe'
import { toRequestId } from './request-id'
import { securityHeaders } from './security-headers'

type Respond = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** A server that answers 500, and logs why, where `respond` fails. */
export function createServer(respond: Respond): Server {
  const server = createHttpServer((request, response) => {
    try {
      observeRequest(request, response)
      respond(request, response)?.catch((error) => fail(request, response, error))
    } catch (error) {
      fail(request, response, error)
    }
  })
  // Longer than a proxy in front keeps its connections, so that it never meets one that was just closed.
  server.keepAliveTimeout = 75_000
  return server
}

function fail(request: IncomingMessage, response: ServerResponse, error: unknown) {
  logFailure(request, error)
  if (response.headersSent) response.destroy()
  else {
    response.writeHead(500, {
      ...securityHeaders,
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'x-request-id': toRequestId(request),
    })
    response.end('This page could not be shown. Try again in a moment.\n')
  }
}
