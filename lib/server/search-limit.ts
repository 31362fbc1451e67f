import type { IncomingMessage, ServerResponse } from 'node:http'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { searchApiPath, searchPath } from '@/lib/core/routes'
import { settings } from '@/lib/core/settings'
import { toClientAddress } from './client-address'
import { toClientCount } from './client-count'
import { sendSmallAnswer } from './small-answer'

const { searchesPerMinute, trustedProxies } = settings
const limiter = new RateLimiterMemory({ points: searchesPerMinute, duration: 60 })

/**
 * Answers a search with 429 where its address asked for more than SEARCHES_PER_MINUTE. False, and nothing done, for
 * everything else.
 */
export async function refuseHaste(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const path = toPath(request.url ?? '')
  if (path !== searchPath && path !== searchApiPath) return false
  const wait = await countSearch(toClientCount(toClientAddress(request, trustedProxies)))
  if (wait === 0) return false
  if (trustedProxies === 0 && request.headers['x-forwarded-for']) tellOperator()
  sendSmallAnswer(request, response, {
    status: 429,
    title: 'Too many searches',
    sentence: `Too many searches came from your address. Please try again in ${wait} seconds.`,
    headers: { 'retry-after': String(wait) },
  })
  return true
}

let told = false

/** Once: it may be that all visitors were counted as one. */
function tellOperator() {
  if (told) return
  told = true
  // biome-ignore lint/suspicious/noConsole: it is for whoever reads what the server says
  console.log(
    'A search was refused that came through a proxy. Where the proxy is yours, set TRUSTED_PROXIES: without it all visitors together may make SEARCHES_PER_MINUTE searches.',
  )
}

/** `/%73earch` and `/api/../search` are `/search` too. */
function toPath(url: string): string {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname)
  } catch {
    return url
  }
}

/** Seconds until this count takes another search; 0 where it took this one. */
async function countSearch(count: number): Promise<number> {
  try {
    await limiter.consume(count)
    return 0
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal
    return Math.max(1, Math.ceil((refusal as { msBeforeNext: number }).msBeforeNext / 1000))
  }
}
