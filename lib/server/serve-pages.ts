import type { IncomingMessage, ServerResponse } from 'node:http'
import { cacheControl } from '@/lib/core/cache-control'
import type { Library } from '@/lib/library/library'
import { findLibrary } from '@/lib/library/slot'
import { readBrowserScript } from './browser-script'
import { BuildFiles } from './build-files'
import { ChangeLog } from './change-log'
import { findDestination } from './destination'
import { followLibrary } from './follow-library'
import { answerHealth } from './health'
import { isOtherHost } from './other-host'
import { PageSource } from './page-source'
import { type Handle, renderPage } from './render-page'
import { refuseHaste } from './search-limit'
import { isForOtherSites, securityHeaders } from './security-headers'
import { answerSecurityText } from './security-text'
import { sendPage } from './send-page'
import { keepSingleHeaders } from './single-headers'

/**
 * Serves pages from the cache and gives files to Next. A page is rendered when somebody first asks for it, and cached.
 * Addresses that the library does not have are refused before rendering.
 */
export async function servePages(handle: Handle) {
  const library = findLibrary()
  if (!library) throw new Error('Next started without opening the library (instrumentation.ts).')
  const browserScript = readBrowserScript()
  const buildFiles = new BuildFiles('.next/static')
  const log = new ChangeLog()
  await followLibrary(library, log)
  const pages = new PageSource((url, status) => renderPage(handle, browserScript, url, status), log)

  return (request: IncomingMessage, response: ServerResponse): void | Promise<void> => {
    const hidden = isOtherHost(request.headers)
    // Before all else: nearly every visit is to such a page, and needs nothing more.
    const found = isReading(request) && pages.findCached(request.url ?? '')
    return found ? sendPage(request, response, found, hidden) : answer(library, request, response, hidden)
  }

  async function answer(library: Library, request: IncomingMessage, response: ServerResponse, hidden: boolean) {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
    if (isForOtherSites(request.url ?? '')) response.setHeader('cross-origin-resource-policy', 'cross-origin')
    if (hidden) response.setHeader('x-robots-tag', 'noindex')
    if (await answerHealth(library, request, response)) return
    if (answerSecurityText(request, response)) return
    if (await refuseHaste(request, response)) return
    if (!isReading(request)) return refuseMethod(response)
    if (await buildFiles.answer(request, response)) return
    const destination = await findDestination(library, request.url ?? '')
    if (destination.kind === 'redirect') {
      const { status, location } = destination
      response.writeHead(status, { location, 'cache-control': cacheControl }).end()
    } else if (destination.kind === 'file') {
      request.url = destination.url
      keepSingleHeaders(response)
      await handle(request, response)
    } else {
      const isMissing = destination.kind === 'missing'
      const found = isMissing ? await pages.getNotFound() : await pages.getPage(destination.url)
      await sendPage(request, response, found, hidden)
    }
  }
}

const isReading = ({ method }: IncomingMessage) => method === 'GET' || method === 'HEAD'

function refuseMethod(response: ServerResponse) {
  const text = 'This site can be read (GET, HEAD), nothing else.\n'
  response.writeHead(405, { allow: 'GET, HEAD', 'content-type': 'text/plain; charset=utf-8' }).end(text)
}
