import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** What a proxy of ours sends; anything else could write what it likes into the log. */
const valid = /^[\w.-]{8,64}$/

const ids = new WeakMap<IncomingMessage, string>()

/** What a request is called in the log and in its answer: as a proxy calls it (`x-request-id`), else a name of our own. */
export function toRequestId(request: IncomingMessage): string {
  const known = ids.get(request)
  if (known) return known
  const given = String(request.headers['x-request-id'] ?? '')
  const id = valid.test(given) ? given : randomUUID()
  ids.set(request, id)
  return id
}
