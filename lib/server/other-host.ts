import type { IncomingHttpHeaders } from 'node:http'
import { LRUCache } from 'lru-cache'
import { settings } from '@/lib/core/settings'

const productionHost = new URL(settings.siteUrl).host

/** Whether a host is the production site's, for those that were named last. */
const hosts = new LRUCache<string, boolean>({ max: 100 })

/**
 * Whether a request came in at another host than the production site's (SITE_URL): a staging site, or the server's own
 * address. Search engines are to keep out of it. A proxy in front may give the host in `x-forwarded-host`; either will
 * do, so that nobody can mark production as another host by sending that header. Capital letters, and the port that is
 * meant anyway, make no other host (https://www.rfc-editor.org/rfc/rfc9110#section-4.2.3).
 */
export function isOtherHost(headers: IncomingHttpHeaders): boolean {
  const forwarded = headers['x-forwarded-host']
  return !isProductionHost(headers.host) && (forwarded === undefined || !isProductionHost(String(forwarded)))
}

function isProductionHost(host = ''): boolean {
  const known = hosts.get(host)
  if (known !== undefined) return known
  const isProduction = host.toLowerCase().replace(/:(?:80|443)$/, '') === productionHost
  hosts.set(host, isProduction)
  return isProduction
}
