import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** What a trusted proxy sends; anything else could inject text into the log. */
const valid = /^[\w.-]{8,64}$/

const ids = new WeakMap<IncomingMessage, string>()

/** The id of a request in the log and in its answer: the proxy's (`x-request-id`) if valid, else a new one. */
export function toRequestId(request: IncomingMessage): string {
  const known = ids.get(request)
  if (known) return known
  const given = String(request.headers['x-request-id'] ?? '')
  const id = valid.test(given) ? given : randomUUID()
  ids.set(request, id)
  return id
}
