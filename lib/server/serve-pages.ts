import type { IncomingMessage, ServerResponse } from 'node:http'
import { cacheControl } from '@/lib/core/cache-control'
import { parseLostAddress } from '@/lib/core/lost-address'
import { PackFolder } from '@/lib/core/pack-folder'
import { packsFolder } from '@/lib/core/packs'
import { isFilePath } from '@/lib/core/reserved-paths'
import { nowherePath } from '@/lib/core/routes'
import type { Library } from '@/lib/library/library'
import { LibraryUnavailable } from '@/lib/library/unavailable'
import { type AskNext, askInTime, TookTooLong } from './ask-next'
import { BoundedQueue, Refused } from './bounded-queue'
import { readBrowserScript } from './browser-script'
import { BuildFiles } from './build-files'
import { ChangeLog } from './change-log'
import { findDestination } from './destination'
import { type AnswerSearch, FileSource } from './file-source'
import { followLibrary } from './follow-library'
import { followPacks } from './follow-packs'
import { answerHealth } from './health'
import { ImageFiles } from './image-files'
import { lostLimits, pictureLimits, renderingLimits, resultsLimits, searchLimits, sheetLimits } from './limits'
import { logFailure } from './log-requests'
import { lookWithinLimit } from './lost-limit'
import { isOtherHost } from './other-host'
import { answerPack } from './pack-files'
import { PageSource } from './page-source'
import { fileNotFound, libraryUnavailable, tooBusy, tookTooLong } from './refusals'
import { renderPage } from './render-page'
import type { OpenLimiter } from './search-budget'
import { isLimited, prepareSearchLimit } from './search-limit'
import { isForOtherSites, securityHeaders } from './security-headers'
import { answerSecurityText } from './security-text'
import { sendPage } from './send-page'
import { sendSmallAnswer } from './small-answer'
import { toPath } from './url-path'

/**
 * Serves pages from the cache, and has Next render those that are not cached. Next only gets requests for pages of the
 * library and for the files of lib/server/served-files.ts; `/api/search` is answered without it. `openLimiter` opens
 * counters that several servers share.
 */
export async function servePages(
  askNext: AskNext,
  answerSearch: AnswerSearch,
  library: Library,
  openLimiter?: OpenLimiter,
) {
  const ask = askInTime(askNext)
  const limitSearch = prepareSearchLimit(openLimiter)
  const browserScript = readBrowserScript()
  const buildFiles = new BuildFiles('.next/static')
  const images = new ImageFiles('public')
  const log = new ChangeLog()
  await followLibrary(library, log)
  followPacks(new PackFolder(packsFolder), log)
  const queues = {
    renderings: new BoundedQueue('pages', renderingLimits),
    searches: new BoundedQueue('searches', searchLimits),
    results: new BoundedQueue('results', resultsLimits),
    sheets: new BoundedQueue('sheets', sheetLimits),
    lost: new BoundedQueue('lost addresses', lostLimits),
    pictures: new BoundedQueue('pictures', pictureLimits),
  }
  const pages = new PageSource((url, status) => renderPage(ask, browserScript, url, status), log, queues)
  const files = new FileSource(ask, askInTime(answerSearch), queues)

  return (request: IncomingMessage, response: ServerResponse): void | Promise<void> => {
    const hidden = isOtherHost(request.headers)
    // First: nearly every visit is to a cached page, and needs nothing more.
    const found = isReading(request) && pages.findCached(request.url ?? '')
    return found ? sendPage(request, response, found, hidden) : answer(request, response, hidden)
  }

  async function answer(request: IncomingMessage, response: ServerResponse, hidden: boolean) {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
    if (isForOtherSites(request.url ?? '')) response.setHeader('cross-origin-resource-policy', 'cross-origin')
    if (hidden) response.setHeader('x-robots-tag', 'noindex')
    if (await answerHealth({ library, log }, request, response)) return
    if (answerSecurityText(request, response)) return
    const answerIt = () => answerWithin(request, response, hidden)
    return isLimited(request) ? limitSearch(request, response, answerIt) : answerIt()
  }

  async function answerWithin(request: IncomingMessage, response: ServerResponse, hidden: boolean) {
    if (!isReading(request)) return refuseMethod(response)
    if (await buildFiles.answer(request, response)) return
    if (await answerPack(request, response)) return
    try {
      await answerReading(request, response, hidden)
    } catch (error) {
      if (error instanceof LibraryUnavailable) return answerUnavailable(request, response, hidden)
      if (error instanceof Refused) return sendSmallAnswer(request, response, tooBusy)
      if (!(error instanceof TookTooLong)) throw error
      logFailure(request, error)
      sendSmallAnswer(request, response, tookTooLong)
    }
  }

  async function answerUnavailable(request: IncomingMessage, response: ServerResponse, hidden: boolean) {
    if (isFilePath(toPath(request.url ?? ''))) return sendSmallAnswer(request, response, libraryUnavailable)
    try {
      await sendPage(request, response, await pages.getLibraryUnavailable(toSignal(response)), hidden)
    } catch (error) {
      if (!(error instanceof Refused)) logFailure(request, error)
      sendSmallAnswer(request, response, libraryUnavailable)
    }
  }

  /** The page for an unknown address: with suggestions, if the budget for them allows. */
  async function findMissing(request: IncomingMessage, url: string, visitor: AbortSignal) {
    const path = toPath(url)
    const look = () => pages.getLost(path, visitor)
    const isLost = url !== nowherePath && parseLostAddress(path) !== undefined
    return (isLost ? await lookWithinLimit(request, look) : undefined) ?? pages.getNotFound(visitor)
  }

  async function answerReading(request: IncomingMessage, response: ServerResponse, hidden: boolean) {
    const destination = await findDestination(library, request.url ?? '')
    const visitor = toSignal(response)
    switch (destination.kind) {
      case 'redirect':
        response.writeHead(308, { location: destination.location, 'cache-control': cacheControl }).end()
        return
      case 'missing file':
        return sendSmallAnswer(request, response, fileNotFound)
      case 'file': {
        const { file, url } = destination
        const page =
          file === 'image' ? await images.get(url, visitor) : await files.get(file, url, request.headers, visitor)
        if (!page || page.status === 404) return sendSmallAnswer(request, response, fileNotFound)
        const isHidden = hidden && !page.headers.includes('x-robots-tag')
        return sendPage(request, response, { page, cache: file === 'build' ? 'HIT' : 'MISS' }, isHidden)
      }
      case 'missing':
        return sendPage(request, response, await findMissing(request, destination.url, visitor), hidden)
      default:
        return sendPage(request, response, await pages.getPage(destination.url, visitor), hidden)
    }
  }
}

/** Aborts when the visitor disconnects. */
function toSignal(response: ServerResponse): AbortSignal {
  const visitor = new AbortController()
  if (response.destroyed) visitor.abort()
  response.once('close', () => visitor.abort())
  return visitor.signal
}

const isReading = ({ method }: IncomingMessage) => method === 'GET' || method === 'HEAD'

function refuseMethod(response: ServerResponse) {
  const text = 'This site accepts GET and HEAD only.\n'
  response.writeHead(405, { allow: 'GET, HEAD', 'content-type': 'text/plain; charset=utf-8' }).end(text)
}
