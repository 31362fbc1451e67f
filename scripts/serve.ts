import { settings } from '@/lib/core/settings'
import { createServer } from '@/lib/server/create-server'
import { servePages } from '@/lib/server/serve-pages'
import { stopOnSignals } from '@/lib/server/stop-on-signals'

/** Serves the production build: cached pages at once, everything else through Next. */
Object.assign(process.env, { NODE_ENV: 'production' })
const { default: next } = await import('next')

const { metricsPort, port, siteUrl } = settings
const app = next({ dev: false, port, hostname: 'localhost' })
await app.prepare()

const server = createServer(await preparePages())
server.on('error', (error) => refusePort('PORT', port, error))
if (metricsPort !== undefined) {
  const { serveMetrics } = await import('@/lib/server/metrics')
  await serveMetrics(metricsPort).catch((error) => refusePort('METRICS_PORT', metricsPort, error))
}
server.listen(port, () => {
  const url = `http://localhost:${port}`
  if (siteUrl === url) console.log('SITE_URL is not set: search engines are kept out at every host but this one.')
  console.log(`Ready: ${url}`)
})
stopOnSignals(server)

function refusePort(setting: string, at: number, error: Error) {
  console.error(`The site cannot be served at port ${at}: ${error.message}. Set ${setting} to another one.`)
  process.exit(2)
}

async function preparePages() {
  try {
    return await servePages(app.getRequestHandler())
  } catch (error) {
    console.error((error as Error).message)
    process.exit(2)
  }
}
