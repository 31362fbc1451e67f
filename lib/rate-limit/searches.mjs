import { createHmac, randomBytes } from 'node:crypto'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { toClientAddress } from './client-address.mjs'

/** Addresses share this many counts, so that no number of visitors can fill the memory. */
const counts = 65_536

/** Nobody can tell which addresses share a count, and use up the searches of another on purpose. */
const secret = randomBytes(16)

const seconds = 60
const limiter = new RateLimiterMemory({ points: Number(process.env.SEARCHES_PER_MINUTE || 600), duration: seconds })
const proxies = Number(process.env.TRUSTED_PROXIES || 0)

/**
 * Answers a search with 429 where its address asked for more than SEARCHES_PER_MINUTE. False, and nothing done, for
 * everything else.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export async function refuseHaste(request, response) {
  const path = toPath(request.url ?? '')
  if (path !== '/search' && path !== '/api/search') return false
  const wait = await countSearch(toCount(toClientAddress(request, proxies)))
  if (wait === 0) return false
  if (proxies === 0 && request.headers['x-forwarded-for']) tellOperator()
  const sentence = `Too many searches came from your address. Please try again in ${wait} seconds.`
  response.setHeader('retry-after', wait)
  response.setHeader('cache-control', 'no-store')
  response.setHeader('x-robots-tag', 'noindex')
  response.setHeader('x-content-type-options', 'nosniff')
  response.statusCode = 429
  if (path === '/api/search') {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ error: sentence }))
  } else {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('content-security-policy', "default-src 'none'")
    response.end(`<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
<title>Too many searches</title><h1>Too many searches</h1><p>${sentence}</p><p><a href="/">Home</a></p></html>`)
  }
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

/** `/%73earch` and `/api/../search` are `/search` too. @param {string} url */
function toPath(url) {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname)
  } catch {
    return url
  }
}

/**
 * Seconds until this count takes another search; 0 where it took this one.
 *
 * @param {number} count
 */
async function countSearch(count) {
  try {
    await limiter.consume(count)
    return 0
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal
    return Math.max(1, Math.ceil(/** @type {{ msBeforeNext: number }} */ (refusal).msBeforeNext / 1000))
  }
}

/**
 * The count of an address. A network hands out IPv6 addresses by the 64 bits, so these count as one.
 *
 * @param {string} address
 */
function toCount(address) {
  const isV6 = address.includes(':') && !address.startsWith('::ffff:')
  const network = isV6 ? toNetwork(address) : address
  return createHmac('sha256', secret).update(network).digest().readUInt32LE(0) % counts
}

/** @param {string} address */
function toNetwork(address) {
  const [before = '', after] = address.split('::')
  const head = before ? before.split(':') : []
  const tail = after ? after.split(':') : []
  const zeros = after === undefined ? [] : Array(Math.max(0, 8 - head.length - tail.length)).fill('0')
  return [...head, ...zeros, ...tail].slice(0, 4).join(':')
}
