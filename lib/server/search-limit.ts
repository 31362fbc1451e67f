import type { IncomingMessage, ServerResponse } from 'node:http'
import { log } from '@/lib/core/log'
import { metricEvents } from '@/lib/core/metric-events'
import { deckPath, sheetPath } from '@/lib/core/routes'
import { searchApiPath, searchPath } from '@/lib/core/search-paths'
import { settings } from '@/lib/core/settings'
import { chargeSearches } from '@/lib/library/searches'
import { toClientAddress } from './client-address'
import { toClientCount } from './client-count'
import { type OpenLimiter, type Refusal, SearchBudget } from './search-budget'
import { sendSmallAnswer } from './small-answer'

const { searchesPerMinute, searchMsPerMinute, searchPercent: percent, trustedProxies } = settings

const searchPaths = [searchPath, searchApiPath]
const sheetPaths = [sheetPath, deckPath]

/**
 * Whether a request is for a search, a sheet or a deck; `/%73earch` and `/api/../search` are `/search` too.
 */
export const isLimited = (request: IncomingMessage) =>
  [...searchPaths, ...sheetPaths].includes(toDecodedPath(request.url ?? ''))

const isSheet = (request: IncomingMessage) => sheetPaths.includes(toDecodedPath(request.url ?? ''))

/**
 * Returns a function that answers searches, sheets and decks, and charges the time of each to its visitor's budget. It
 * answers 429 if that is spent (SEARCHES_PER_MINUTE, SEARCH_MS_PER_MINUTE), or that of all visitors together
 * (SEARCH_PERCENT). `open` opens counters that several servers share.
 */
export function prepareSearchLimit(open?: OpenLimiter) {
  const searches = new SearchBudget(searchesPerMinute, searchMsPerMinute, { percent, open })
  // Separate, so that nobody's sheets keep others from searching.
  const sheets = new SearchBudget(searchesPerMinute, searchMsPerMinute, { percent, open, of: 'sheets' })

  return async (request: IncomingMessage, response: ServerResponse, answer: () => Promise<void>) => {
    const budget = isSheet(request) ? sheets : searches
    const visitor = toClientCount(toClientAddress(request, trustedProxies))
    const refusal = await budget.take(visitor)
    if (!refusal) return answerFor(visitor, budget, answer)
    metricEvents.searchRefused.publish({ whose: refusal.whose })
    if (trustedProxies === 0 && request.headers['x-forwarded-for']) warnOperator()
    refuse(request, response, refusal)
  }

  async function answerFor(visitor: number, budget: SearchBudget, answer: () => Promise<void>) {
    let spent = 0
    const charge = (ms: number) => {
      spent += ms
      budget.charge(visitor, ms)
    }
    await chargeSearches(charge, answer)
    if (spent > 0) metricEvents.search.publish({ ms: spent })
  }
}

function refuse(request: IncomingMessage, response: ServerResponse, { whose, seconds }: Refusal) {
  const come = whose === 'visitor' ? 'came from your address' : 'are being made'
  const what = isSheet(request) ? 'sheets' : 'searches'
  sendSmallAnswer(request, response, {
    status: 429,
    title: `Too many ${what}`,
    sentence: `Too many ${what} ${come}. Please try again in ${seconds} seconds.`,
    headers: { 'retry-after': String(seconds) },
  })
}

let hasWarned = false

/** Logged once: perhaps all visitors are counted as one. */
function warnOperator() {
  if (hasWarned) return
  hasWarned = true
  log.warn(
    'A search that came through a proxy was refused. If the proxy is yours, set TRUSTED_PROXIES: without it, all its visitors share the limit of one.',
  )
}

function toDecodedPath(url: string): string {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname)
  } catch {
    return url
  }
}
