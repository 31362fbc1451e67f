import cluster from 'node:cluster'
import { log } from '@/lib/core/log'
import { settings } from '@/lib/core/settings'
import { provideLibraryOfSettings } from '@/lib/engine/provide-library'
import { chooseLimiters } from '@/lib/engine/visitor-limiters'
import type { Library } from '@/lib/library/library'
import { findLibrary } from '@/lib/library/slot'
import { createServer } from '@/lib/server/create-server'
import { renderingTimeout } from '@/lib/server/limits'
import { NextThreads } from '@/lib/server/next-threads'
import { servePages } from '@/lib/server/serve-pages'
import { stopOnSignals } from '@/lib/server/stop-on-signals'
import { answerSearch } from '@/lib/site/search-api'
import { outliveClosedOutput } from './closed-output.mjs'

/**
 * Serves the production build: cached pages at once, everything else through Next, which runs in threads of its own.
 */
outliveClosedOutput()
Object.assign(process.env, { NODE_ENV: 'production' })
const { drainSeconds, port, renderThreads, siteUrl } = settings
/** Which of several processes this is (scripts/workers.mjs). */
const worker = Number(process.env.WORKER ?? 0)
const metricsPort = settings.metricsPort && settings.metricsPort + worker
await provideLibraryOfSettings()

const server = createServer(await preparePages())
server.on('error', (error) => refusePort('PORT', port, error))
if (metricsPort !== undefined) {
  const { serveMetrics } = await import('@/lib/server/metrics')
  await serveMetrics(metricsPort).catch((error) => refusePort('METRICS_PORT', metricsPort, error))
}
server.listen(port, () => {
  const url = `http://localhost:${port}`
  if (siteUrl === url && worker === 0) log.info(`SITE_URL is ${url}: on every other host, search engines are kept out.`)
  if (process.stdout.isTTY) console.log(`Ready: ${url}`)
  else log.info({ url, ...(cluster.isWorker && { worker, pid: process.pid }) }, 'Ready.')
})
stopOnSignals(server, drainSeconds)

function refusePort(setting: string, at: number, error: Error) {
  log.fatal(`The site cannot be served on port ${at}: ${error.message}. Set ${setting} to another port.`)
  process.exit(2)
}

async function preparePages() {
  try {
    const threads = await NextThreads.start(renderThreads, { port, patience: renderingTimeout })
    return await servePages(threads.ask, answerSearch, findLibrary() as Library, await chooseLimiters())
  } catch (error) {
    log.fatal((error as Error).message)
    process.exit(2)
  }
}
