import type { IncomingMessage } from 'node:http'
import { badHost, badTarget } from './refusals'
import type { SmallAnswer } from './small-answer'
import { hasValidHost, isValidHost } from './valid-host'

/** `http://host:port/path?query`, as it is written to a proxy, and in full. */
const absoluteForm = /^https?:\/\/([^/?#]+)(.*)$/is

/**
 * Reads what a request is for, once, so that everything after it sees a path with its query in `request.url`, and its
 * host in the header: a target in absolute form is a server's to accept, and its host counts, not the header's. Gives
 * the refusal of a request that names no host, several, or no target that its method may have.
 * https://www.rfc-editor.org/rfc/rfc9112#section-3.2
 */
export function readTarget(request: IncomingMessage): SmallAnswer | undefined {
  if (!hasValidHost(request)) return refuse(request, badHost)
  const { url = '', method } = request
  if (url.startsWith('/') || (url === '*' && method === 'OPTIONS')) return undefined
  const [, host, rest = ''] = absoluteForm.exec(url) ?? []
  // An address has a host, while a header may be empty.
  if (host === undefined || host.startsWith(':') || !isValidHost(host)) return refuse(request, badTarget)
  request.headers.host = host
  request.url = rest.startsWith('/') ? rest : `/${rest}`
  return undefined
}

/** What is no path is not logged: it may hold a password. */
function refuse(request: IncomingMessage, refusal: SmallAnswer): SmallAnswer {
  if (!request.url?.startsWith('/')) request.url = ''
  return refusal
}
