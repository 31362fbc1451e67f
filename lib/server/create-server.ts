import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type ConnectionLimits, connectionLimits } from './limits'
import { logFailure } from './log-requests'
import { observeRequest } from './observe'
import { awaitTurn } from './pipelined-requests'
import { toRequestId } from './request-id'
import { readTarget } from './request-target'
import { securityHeaders } from './security-headers'
import { closeSlowReaders } from './slow-readers'
import { sendSmallAnswer } from './small-answer'

type Respond = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/**
 * A server that keeps its connections within limits, and parses each request's target (request-target.ts) before it calls
 * `respond`: `url` is a path with its query. If `respond` fails, it logs the error and answers 500.
 */
export function createServer(respond: Respond, limits: ConnectionLimits = connectionLimits): Server {
  const { headersTimeout, requestTimeout, requestCheckInterval, keepAliveTimeout, maxConnections } = limits
  const times = {
    headersTimeout,
    requestTimeout,
    keepAliveTimeout,
    connectionsCheckingInterval: requestCheckInterval,
  }
  const server = createHttpServer(times, (request, response) => {
    // Only the response whose turn it is on its connection has a socket.
    if (response.socket) answer(request, response)
    else awaitTurn(request, response, limits.maxPipelined, () => answer(request, response))
  })
  server.maxConnections = maxConnections
  closeSlowReaders(server, limits)
  return server

  function answer(request: IncomingMessage, response: ServerResponse) {
    try {
      // Before anything else reads the target.
      const refusal = readTarget(request)
      observeRequest(request, response)
      if (refusal) sendSmallAnswer(request, response, refusal)
      else respond(request, response)?.catch((error) => fail(request, response, error))
    } catch (error) {
      fail(request, response, error)
    }
  }
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
