import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import lighthouse, { type Result } from 'lighthouse'
import { chromium } from 'playwright-core'
import { settings } from '@/lib/core/settings'
import { ensureBrowser } from '@/scripts/ensure-browser'
import { defineCommand, runIfStarted, UsageError } from '@/scripts/run-script'
import { median } from '@/tools/bench/load'
import { choosePageKinds, type PageKind } from '@/tools/served-site/page-kinds'
import { serveContent } from '@/tools/served-site/serve-content'

const usage = `npm run lighthouse [-- --runs N] [NAME…]

Measures a page of each kind with Lighthouse's phone settings, N times (default: 3), and compares the medians with
budget.json; exits with status 1 if one misses it. With names, only the kinds whose name contains one of them.`

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

type Budget = Record<(typeof categories)[number] | 'layoutShift', number>

const { lighthouse: budget } = JSON.parse(readFileSync('budget.json', 'utf8')) as { lighthouse: Budget }

export const main = defineCommand(usage, async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { runs: { type: 'string', default: '3' } },
  })
  const runs = Number(values.runs)
  if (!Number.isInteger(runs) || runs < 1) throw new UsageError('--runs must be a number from 1.')
  const browserPath = ensureBrowser()
  return serveContent(async ({ url }) => {
    const kinds = choosePageKinds(settings.contentDb, positionals)
    console.log(`${'page'.padEnd(20)} performance  accessibility  best-practices  seo  layout shift  paint (ms)  bytes`)
    let missed = 0
    for (const kind of kinds) missed += report(kind, await measure(browserPath, url, kind, runs))
    if (missed > 0) console.error(`${missed} of ${kinds.length} pages miss budget.json.`)
    return missed > 0 ? 1 : 0
  })
})

/** Lighthouse's results for a page, in a fresh browser. */
async function measure(
  executablePath: string,
  url: string,
  { path, indexed, status }: PageKind,
  runs: number,
): Promise<Result[]> {
  const port = settings.port + 1
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
  })
  try {
    const results: Result[] = []
    // On a busy machine a recording may fail: retry.
    for (let attempt = 0; results.length < runs; attempt += 1) {
      const measured = await lighthouse(url + path, {
        port,
        logLevel: 'error',
        ignoreStatusCode: true,
        onlyCategories: [...categories],
        // Skip the check that a page is crawlable if it is meant not to be. For a 404, the browser logs the page's own
        // status as an error on its console.
        ...(!indexed && {
          skipAudits: ['is-crawlable', ...(status === 404 ? ['http-status-code', 'errors-in-console'] : [])],
        }),
      })
      const error = measured ? measured.lhr.runtimeError : { message: 'Lighthouse gave no result.' }
      if (measured && !error) results.push(measured.lhr)
      else if (attempt > 2 * runs) throw new Error(`${path} was not measured. ${error?.message}`)
    }
    return results
  } finally {
    await browser.close()
  }
}

/** Prints a page's medians, and Lighthouse's findings if one misses the budget. Returns 1 if one does, else 0. */
function report({ name }: PageKind, results: Result[]): number {
  const audit = (id: string) => median(results.map(({ audits }) => audits[id]?.numericValue ?? Number.NaN))
  const scores = categories.map((id) =>
    median(results.map((result) => Math.round((result.categories[id]?.score ?? 0) * 100))),
  )
  const shift = audit('cumulative-layout-shift')
  const columns = [
    ...scores,
    shift.toFixed(4),
    Math.round(audit('largest-contentful-paint')),
    audit('total-byte-weight'),
  ]
  const widths = [11, 13, 14, 3, 12, 10, 7]
  console.log(name.padEnd(20), columns.map((value, index) => String(value).padStart(widths[index] ?? 8)).join('  '))
  const missed = categories.some((id, index) => (scores[index] ?? 0) < budget[id]) || !(shift <= budget.layoutShift)
  if (missed) for (const line of listFaults(results[0] as Result)) console.log(`  ${line}`)
  return missed ? 1 : 0
}

function listFaults({ categories: found, audits }: Result): string[] {
  return Object.values(found).flatMap(({ title, auditRefs }) =>
    auditRefs.flatMap(({ id, weight }) => {
      const audit = audits[id]
      if (!audit || weight === 0 || audit.score === null || audit.score >= 0.9) return []
      return [`${title}: ${audit.title} ${audit.displayValue ?? ''}`]
    }),
  )
}

await runIfStarted(import.meta.url, main)
