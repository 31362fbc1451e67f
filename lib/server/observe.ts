import type { IncomingMessage, ServerResponse } from 'node:http'
import { settings } from '@/lib/core/settings'
import { logRequest } from './log-requests'
import { toRequestId } from './request-id'

/** Hears of each request before it is answered. */
export type Observe = (request: IncomingMessage, response: ServerResponse) => void

const observers: Observe[] = settings.logRequests ? [logRequest] : []

export const addObserver = (observe: Observe) => observers.push(observe)

/**
 * Tells who wants to know of a request, and gives its answer its id. A request that nobody wants to know of, and that
 * came without an id, passes by: most visits are to cached pages, and this would be a good part of their cost.
 */
export function observeRequest(request: IncomingMessage, response: ServerResponse) {
  if (observers.length === 0 && request.headers['x-request-id'] === undefined) return
  response.setHeader('x-request-id', toRequestId(request))
  for (const observe of observers) observe(request, response)
}
