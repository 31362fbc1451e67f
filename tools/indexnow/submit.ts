import { indexNowKeyPath } from '@/lib/core/routes'

/** The limit of addresses in one request. */
export const maxAtOnce = 10_000

/** The site that submits, and its key. */
type Sender = { key: string; siteUrl: string }

/** The meanings of error responses, https://www.indexnow.org/documentation#response */
const toMeanings = (keyLocation: string): Record<number, string> => ({
  400: 'the request was not understood',
  403: `the key is not valid: ${keyLocation} must show INDEXNOW_KEY to everybody`,
  422: 'the addresses do not belong to SITE_URL, or the key does not match it',
  429: 'too many addresses were sent; try again later',
})

/** Notifies search engines of changed pages, at most `maxAtOnce`. Throws an error for operators if they refuse. */
export async function submitUrls(endpoint: string, { key, siteUrl }: Sender, paths: readonly string[]) {
  const { host } = new URL(siteUrl)
  const keyLocation = siteUrl + indexNowKeyPath
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({
      host,
      key,
      keyLocation,
      urlList: paths.map((path) => siteUrl + path),
    }),
    signal: AbortSignal.timeout(60_000),
  })
  if (response.ok) return
  throw new Error(
    `${endpoint} answered ${response.status}: ${toMeanings(keyLocation)[response.status] ?? response.statusText}.`,
  )
}
