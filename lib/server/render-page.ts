import { createHash } from 'node:crypto'
import { IncomingMessage, type ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { retrySeconds } from '@/lib/core/search-limits'
import { wasSearchRefused } from '@/lib/library/searches'
import { replaceScripts } from './browser-script'
import { CollectedResponse } from './collected-response'
import { Page } from './page'
import { toPageHeaders } from './page-headers'

/** Next's request handler. */
export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * Lets Next render the page at a path (and query) apart from any visitor's connection: what a visitor sends or breaks
 * off can neither shape nor spoil a page that others will be shown. The site's own script takes the place of Next's.
 * `status` is that of a page which is shown at other addresses: Next renders it like any other. A page whose search was
 * refused has 503.
 */
export async function renderPage(handle: Handle, browserScript: string, url: string, status?: number): Promise<Page> {
  const request = new IncomingMessage(new Socket())
  Object.assign(request, { method: 'GET', url, headers: { host: 'localhost' }, complete: true })
  request.push(null)
  const response = new CollectedResponse(request)
  await handle(request, response)
  const html = replaceScripts((await response.body).toString(), browserScript)
  const body = Buffer.from(html)
  const refused = wasSearchRefused()
  const shown = status ?? (refused ? 503 : response.statusCode)
  const { location, link, 'content-type': type = 'text/html; charset=utf-8' } = response.getHeaders()
  const headers = {
    ...toPageHeaders(html),
    etag: `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    'content-type': String(type),
    ...(location !== undefined && { location: String(location) }),
    // What React asks browsers to fetch before anything else: the fonts.
    ...(link !== undefined && { link: String(link) }),
    ...(shown >= 500 && { 'cache-control': 'no-store' }),
    ...(refused && { 'retry-after': String(retrySeconds) }),
  }
  return new Page(shown, headers, body)
}
