import path from 'node:path'
import { searchApiPath } from '@/lib/core/search-paths'
import { openStoreToRead } from '@/lib/store/schema/open'
import { serveCommand } from '@/scripts/serve-command'
import { startServer } from '@/tools/served-site/processes'
import type { Report } from './figures'
import { median, percentile, timeEach, visitAll } from './load'
import { listKnownItems, queryKinds } from './search-queries'

const port = 3914

/** The number of queries of each kind sent by one client, and of others sent by several in parallel. */
const queries = 250

/** The rate limits for visitors would end the measurement early. */
const unlimited = { SEARCHES_PER_MINUTE: '1000000', SEARCH_MS_PER_MINUTE: '60000', SEARCH_PERCENT: '10000' }

/** How fast the production server answers searches, none of them cached, and how many a second. */
export async function measureServedSearch(contentDir: string, dbFile: string, report: Report) {
  const store = openStoreToRead(dbFile)
  const kinds = Object.keys(queryKinds) as (keyof typeof queryKinds)[]
  const texts = new Set(kinds.flatMap((kind) => listKnownItems(store, kind, 2 * queries).map(({ text }) => text)))
  store.close()
  const addresses = [...texts].map((text) => `${searchApiPath}?q=${encodeURIComponent(text)}`)
  const alone = addresses.filter((_, index) => index % 2 === 0)
  const together = addresses.filter((_, index) => index % 2 === 1)

  const places = { CONTENT_DIR: path.resolve(contentDir), CONTENT_DB: path.resolve(dbFile) }
  const { server } = await startServer(serveCommand, port, '/', { ...places, ...unlimited })
  await timeEach(server.url, together.splice(0, 100))
  const times = await timeEach(server.url, alone)
  report('search over HTTP, one client, p50', median(times), 'ms')
  report('search over HTTP, one client, p99', percentile(times, 0.99), 'ms')
  report('searches a second, eight clients', await visitAll(server.url, together, 8), '/s')
  await server.stop()
}
