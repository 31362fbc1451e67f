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
  const isProduction =
    isProductionHost(headers.host) || (forwarded !== undefined && isProductionHost(String(forwarded)))
  if (isProduction) wasAsked = true
  else if (!wasAsked && warning === undefined && headers['x-forwarded-for'] !== undefined) warn(headers.host)
  return !isProduction
}

/** Whether anybody asked for the production site by its name, and what whoever runs it was told as long as nobody did. */
let wasAsked = false
let warning: string | undefined

/** What is wrong with the hosts that come in through a proxy: undefined where nothing is, or not yet. */
export const hostWarning = (): string | undefined => (wasAsked ? undefined : warning)

/** A proxy that sends its own name for the host, as nginx does unless it is told otherwise, hides every page. */
function warn(host = '') {
  warning = `Every page says noindex: requests come through a proxy for the host ${JSON.stringify(host)}, none for SITE_URL (${productionHost}). Set SITE_URL to the address that visitors see, and have the proxy pass the Host header (nginx: proxy_set_header Host $host).`
  // biome-ignore lint/suspicious/noConsole: it is for whoever reads what the server says
  console.log(warning)
}

function isProductionHost(host = ''): boolean {
  const known = hosts.get(host)
  if (known !== undefined) return known
  const isProduction = host.toLowerCase().replace(/:(?:80|443)$/, '') === productionHost
  hosts.set(host, isProduction)
  return isProduction
}
