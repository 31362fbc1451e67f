import { indexNowKeyPath } from '@/lib/core/routes'
import { site, toAbsoluteUrl } from '@/lib/core/site'

/** Addresses that may be sent at once. */
export const mostAtOnce = 10_000

/** What the answers mean, https://www.indexnow.org/documentation#response */
const meanings: Record<number, string> = {
  400: 'the request was not understood',
  403: `the key is not valid: ${toAbsoluteUrl(indexNowKeyPath)} must show INDEXNOW_KEY to everybody`,
  422: 'the addresses do not belong to SITE_URL, or the key does not fit it',
  429: 'too many addresses were sent; try again later',
}

/** Tells search engines that pages changed, at most 10,000 at once. Throws a sentence if they do not take it. */
export async function submitUrls(endpoint: string, key: string, paths: readonly string[]) {
  const { host } = new URL(site.url)
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({
      host,
      key,
      keyLocation: toAbsoluteUrl(indexNowKeyPath),
      urlList: paths.map(toAbsoluteUrl),
    }),
    signal: AbortSignal.timeout(60_000),
  })
  if (response.ok) return
  throw new Error(`${endpoint} answered ${response.status}: ${meanings[response.status] ?? response.statusText}.`)
}
