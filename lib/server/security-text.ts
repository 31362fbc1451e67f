import type { IncomingMessage, ServerResponse } from 'node:http'
import { settings } from '@/lib/core/settings'
import { toPath } from './url-path'

const securityTextPath = '/.well-known/security.txt'

/** How long the file is valid, in ms. It is generated for each request. */
const validity = 180 * 86_400_000

/**
 * Answers with security.txt (https://www.rfc-editor.org/rfc/rfc9116), if SECURITY_CONTACT is set. Returns false, having
 * sent nothing, for any other request.
 */
export function answerSecurityText(
  request: IncomingMessage,
  response: ServerResponse,
  { securityContact, siteUrl }: Pick<typeof settings, 'securityContact' | 'siteUrl'> = settings,
): boolean {
  if (securityContact === undefined || toPath(request.url ?? '') !== securityTextPath) return false
  const lines = [
    `Contact: ${securityContact}`,
    `Expires: ${new Date(Date.now() + validity).toISOString()}`,
    `Canonical: ${siteUrl}${securityTextPath}`,
    'Preferred-Languages: en',
  ]
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=86400' }
  response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : `${lines.join('\n')}\n`)
  return true
}
