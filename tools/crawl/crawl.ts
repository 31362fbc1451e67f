import { parseArgs } from 'node:util'
import { getPeakRssMb } from '@/scripts/peak-memory'
import { createProgress } from '@/scripts/progress'
import { defineCommand, runIfStarted, UsageError } from '@/scripts/run-script'
import { serveContent } from '@/tools/served-site/serve-content'
import { crawl } from './crawl-site'

const usage = `npm run crawl [-- --url URL] [--concurrency N] [--json]

Visits a site as a search engine does, from its home page along plain links, and reports what is wrong with it: statuses,
canonical addresses, duplicate titles and descriptions, broken links, structured data that is invalid or not shown on the
page, pages that are heavy, far from home, or missing from the sitemaps.
  --url URL         the address of the site (default: builds this one and serves it during the crawl)
  --concurrency N   parallel requests (default: 4)
  --json            end with one JSON object: pages, indexable, findings, clicks, weights, and the first 1,000 findings
Exit status: 0 without findings; 1 with findings; 2 for wrong usage.`

/** How many findings the JSON lists. */
const maxListed = 1_000

export const main = defineCommand(usage, async (args) => {
  const { values } = parseArgs({
    args,
    options: {
      url: { type: 'string' },
      concurrency: { type: 'string', default: '4' },
      json: { type: 'boolean', default: false },
    },
  })
  const concurrency = Number(values.concurrency)
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 64) {
    throw new UsageError('--concurrency must be a number from 1 to 64.')
  }
  if (values.url !== undefined && !/^https?:\/\//.test(values.url)) {
    throw new UsageError('--url must be an address such as https://learn.example.org.')
  }
  const visit = (url: string) => visitSite(url, concurrency, values.json)
  return values.url === undefined ? serveContent(({ url }) => visit(url)) : visit(values.url)
})

async function visitSite(url: string, concurrency: number, json: boolean): Promise<number> {
  const progress = createProgress('pages')
  const started = performance.now()
  const listed: object[] = []
  const report = await crawl({
    url,
    concurrency,
    onProgress: progress.show,
    onFinding: (finding) => {
      if (listed.length < maxListed) listed.push(finding)
      if (json) return
      progress.clear()
      console.log(`${finding.path} ${finding.rule}  ${finding.message}`)
    },
  }).finally(progress.clear)
  const seconds = Math.round((performance.now() - started) / 1000)
  const peakRssMb = getPeakRssMb()
  if (json) console.log(JSON.stringify({ ...report, seconds, peakRssMb, listed }))
  else printSummary(report, `${seconds} s, ${peakRssMb} MB`)
  return Object.keys(report.findings).length > 0 ? 1 : 0
}

function printSummary(
  { pages, indexable, findings, clicks, weights }: Awaited<ReturnType<typeof crawl>>,
  cost: string,
) {
  for (const [kind, { pages: count, median, largest }] of Object.entries(weights)) {
    console.log(`${kind}: ${count} pages, median ${toKb(median)}, largest ${toKb(largest)}`)
  }
  console.log(`Clicks from home: ${clicks.map((count, distance) => `${distance}: ${count ?? 0}`).join(', ')}`)
  const counts = Object.entries(findings).map(([rule, count]) => `${count} ${rule}`)
  console.log(`${pages} addresses, ${indexable} indexable pages; ${counts.join(', ') || 'no findings'}; ${cost}.`)
}

function toKb(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`
}

await runIfStarted(import.meta.url, main)
