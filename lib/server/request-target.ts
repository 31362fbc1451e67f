import type { IncomingMessage } from 'node:http'
import { badHost, badTarget } from './refusals'
import type { SmallAnswer } from './small-answer'
import { hasValidHost, isValidHost } from './valid-host'

/** `http://host:port/path?query`, as clients send it to a proxy. */
const absoluteForm = /^https?:\/\/([^/?#]+)(.*)$/is

/**
 * Parses the target of a request, so that afterwards `request.url` is a path with its query, and the Host header is the
 * host that the request is for: servers must accept the absolute form, whose host overrides the header. Returns a refusal
 * if the host is invalid or named twice, or if the method does not allow the target.
 * https://www.rfc-editor.org/rfc/rfc9112#section-3.2
 */
export function readTarget(request: IncomingMessage): SmallAnswer | undefined {
  if (!hasValidHost(request)) return refuse(request, badHost)
  const { url = '', method } = request
  if (url.startsWith('/') || (url === '*' && method === 'OPTIONS')) return undefined
  const [, host, rest = ''] = absoluteForm.exec(url) ?? []
  // An absolute address must have a host, while the header may be empty.
  if (host === undefined || host.startsWith(':') || !isValidHost(host)) return refuse(request, badTarget)
  request.headers.host = host
  request.url = rest.startsWith('/') ? rest : `/${rest}`
  return undefined
}

/** A target that is not a path is not logged: it may hold a password. */
function refuse(request: IncomingMessage, refusal: SmallAnswer): SmallAnswer {
  if (!request.url?.startsWith('/')) request.url = ''
  return refusal
}
