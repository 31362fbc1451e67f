import type { IncomingMessage, ServerResponse } from 'node:http'
import { settings } from '@/lib/core/settings'

const securityTextPath = '/.well-known/security.txt'

/** So long whoever reads the file may rely on it; it is made at every request. In ms. */
const validity = 180 * 86_400_000

/**
 * Answers whom to tell of a hole in the site (https://www.rfc-editor.org/rfc/rfc9116), where SECURITY_CONTACT is set.
 * False, and nothing done, for everything else.
 */
export function answerSecurityText(
  request: IncomingMessage,
  response: ServerResponse,
  { securityContact, siteUrl }: Pick<typeof settings, 'securityContact' | 'siteUrl'> = settings,
): boolean {
  if (securityContact === undefined || request.url?.split('?', 1)[0] !== securityTextPath) return false
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
