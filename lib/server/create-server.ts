import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { securityHeaders } from './security-headers'

type Respond = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** A server that answers 500, and says why on the console, where `respond` fails. */
export function createServer(respond: Respond): Server {
  const server = createHttpServer((request, response) => {
    try {
      respond(request, response)?.catch((error) => fail(response, error))
    } catch (error) {
      fail(response, error)
    }
  })
  // Longer than a proxy in front keeps its connections, so that it never meets one that was just closed.
  server.keepAliveTimeout = 75_000
  return server
}

function fail(response: ServerResponse, error: unknown) {
  console.error(error)
  if (response.headersSent) response.destroy()
  else {
    response.writeHead(500, {
      ...securityHeaders,
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
    })
    response.end('This page could not be shown. Try again in a moment.\n')
  }
}
