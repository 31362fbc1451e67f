import { createHash } from 'node:crypto'
import { retrySeconds } from '@/lib/core/search-limits'
import { wasSearchRefused } from '@/lib/library/searches'
import type { AskNext } from './ask-next'
import { replaceScripts } from './browser-script'
import { Page } from './page'
import { toPageHeaders } from './page-headers'

/**
 * The page at a path (and query) as Next renders it, with the site's own script instead of Next's. `status` overrides
 * Next's for pages that are shown at other addresses, such as the not-found page. A page whose search was refused gets
 * 503.
 */
export async function renderPage(ask: AskNext, browserScript: string, url: string, status?: number): Promise<Page> {
  const answer = await ask(url)
  const html = replaceScripts(answer.body.toString(), browserScript)
  const body = Buffer.from(html)
  const refused = wasSearchRefused()
  const shown = refused ? 503 : answer.status >= 500 ? answer.status : (status ?? answer.status)
  const { location, link, 'content-type': type = 'text/html; charset=utf-8' } = answer.headers
  const headers = {
    ...toPageHeaders(html),
    etag: `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    'content-type': type,
    ...(location !== undefined && { location }),
    // React's preload hints: the fonts.
    ...(link !== undefined && { link }),
    ...(shown >= 500 && { 'cache-control': 'no-store' }),
    ...(shown === 503 && { 'retry-after': String(retrySeconds) }),
  }
  return new Page(shown, headers, body)
}
