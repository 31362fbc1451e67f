import type { IncomingMessage, ServerResponse } from 'node:http'
import { settings } from '@/lib/core/settings'
import { logRequest } from './log-requests'
import { toRequestId } from './request-id'

/** Is called with each request before it is answered. */
export type Observe = (request: IncomingMessage, response: ServerResponse) => void

const observers: Observe[] = settings.logRequests ? [logRequest] : []

export const addObserver = (observe: Observe) => observers.push(observe)

/**
 * Calls the observers of a request, and adds its id to its answer. Without observers, a request that came without an id is
 * skipped: most visits are to cached pages, and this would be a good part of their cost.
 */
export function observeRequest(request: IncomingMessage, response: ServerResponse) {
  if (observers.length === 0 && request.headers['x-request-id'] === undefined) return
  response.setHeader('x-request-id', toRequestId(request))
  for (const observe of observers) observe(request, response)
}
