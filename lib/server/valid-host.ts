import type { IncomingMessage } from 'node:http'

/** https://www.rfc-editor.org/rfc/rfc3986#section-3.2.2, without characters that no hostname in use has. */
const host = /^(?:[\w.-]*|\[[\da-f:.]+\])(?::\d{0,5})?$/i

/** The last host that was found valid: nearly all requests name the same. */
let lastValid: string | undefined

/** Whether a host, with or without a port, is valid. An empty one is, since the header may be empty. */
export function isValidHost(named: string): boolean {
  if (named === lastValid) return true
  if (!host.test(named)) return false
  lastValid = named
  return true
}

/**
 * Whether a request has no more than one Host header, and a valid one. Given two, a proxy and this server might use
 * different ones. https://www.rfc-editor.org/rfc/rfc9112#section-3.2-6
 */
export function hasValidHost({ headers, rawHeaders }: IncomingMessage): boolean {
  if (headers.host !== undefined && !isValidHost(headers.host)) return false
  let count = 0
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] as string
    if (name.length === 4 && name.toLowerCase() === 'host') count += 1
  }
  return count < 2
}
