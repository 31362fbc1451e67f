import type { IncomingHttpHeaders } from 'node:http'
import { settings } from '@/lib/core/settings'

const productionHost = new URL(settings.siteUrl).host

/**
 * Whether a request came in at another host than the production site's (SITE_URL): a staging site, or the server's own
 * address. Search engines are to keep out of it. A proxy in front may give the host in `x-forwarded-host`; either will
 * do, so that nobody can mark production as another host by sending that header. Capital letters, and the port that is
 * meant anyway, make no other host (https://www.rfc-editor.org/rfc/rfc9110#section-4.2.3).
 */
export const isOtherHost = (headers: IncomingHttpHeaders) =>
  ![headers.host, headers['x-forwarded-host']].some((host) => toPlainHost(host) === productionHost)

const toPlainHost = (host: string | string[] | undefined) =>
  String(host)
    .toLowerCase()
    .replace(/:(?:80|443)$/, '')
