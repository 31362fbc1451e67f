import type { IncomingMessage, ServerResponse } from 'node:http'
import { log } from '@/lib/core/log'
import { settings } from '@/lib/core/settings'
import { toClientAddress } from './client-address'
import { toRequestId } from './request-id'
import { toPath } from './url-path'

/** What is logged of a request: not its query, which may hold what somebody searches for. */
const toFields = (request: IncomingMessage) => ({
  id: toRequestId(request),
  method: request.method,
  path: toPath(request.url ?? ''),
  ...(settings.logAddresses && { address: toClientAddress(request, settings.trustedProxies) }),
})

/** Logs that a request failed, and why. */
export const logFailure = (request: IncomingMessage, error: unknown) =>
  log.error({ ...toFields(request), err: error }, 'A request failed.')

/** Logs a request once it is answered or its visitor has disconnected. */
export function logRequest(request: IncomingMessage, response: ServerResponse) {
  const fields = toFields(request)
  const started = performance.now()
  response.once('close', () => {
    const ms = Math.round((performance.now() - started) * 10) / 10
    const cache = response.getHeader('x-cache')
    log.info({ ...fields, status: response.statusCode, ms, cache, aborted: !response.writableFinished || undefined })
  })
}
