import type { IncomingHttpHeaders } from 'node:http'
import { LRUCache } from 'lru-cache'
import { log } from '@/lib/core/log'
import { settings } from '@/lib/core/settings'

const productionHost = new URL(settings.siteUrl).host

/** Whether a host is the production site's, for recent ones. */
const hosts = new LRUCache<string, boolean>({ max: 100 })

/**
 * Whether a request is for another host than the production site's (SITE_URL): a staging site, or the server's own
 * address. Search engines must not index these. A proxy in front may give the host in `x-forwarded-host`; either header
 * is enough, so that nobody can make production look like another host by sending that one. Capital letters and the
 * default port do not make another host (https://www.rfc-editor.org/rfc/rfc9110#section-4.2.3).
 */
export function isOtherHost(headers: IncomingHttpHeaders): boolean {
  const forwarded = headers['x-forwarded-host']
  const isProduction =
    isProductionHost(headers.host) || (forwarded !== undefined && isProductionHost(String(forwarded)))
  if (isProduction) isSettled = true
  else if (!isSettled && headers['x-forwarded-for'] !== undefined) warn(headers.host)
  return !isProduction
}

/** Whether a request has named the production host, or the warning has been logged because none had. */
let isSettled = false

/**
 * A proxy that sends its upstream's name as the host, as nginx does by default, hides every page from search engines.
 */
function warn(host = '') {
  isSettled = true
  log.warn(
    `Every page says noindex: requests come through a proxy for the host ${JSON.stringify(host)}, none for SITE_URL (${productionHost}). Set SITE_URL to the address that visitors see, and have the proxy pass the Host header (nginx: proxy_set_header Host $host).`,
  )
}

function isProductionHost(host = ''): boolean {
  const known = hosts.get(host)
  if (known !== undefined) return known
  const isProduction = host.toLowerCase().replace(/:(?:80|443)$/, '') === productionHost
  hosts.set(host, isProduction)
  return isProduction
}
