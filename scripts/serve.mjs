import { createServer } from 'node:http'
import { isOtherHost } from '../lib/addresses/host.mjs'
import { keepSingleHeaders } from '../lib/addresses/single-headers.mjs'
import { createPageServer } from '../lib/page-cache/serve.mjs'
import { refuseHaste } from '../lib/rate-limit/searches.mjs'

/** Serves the production build: pages that are kept at once, everything else through Next. */
Object.assign(process.env, { NODE_ENV: 'production' })
const { default: next } = await import('next')

const port = Number(process.env.PORT || 3000)
const app = next({ dev: false, port, hostname: 'localhost' })
await app.prepare()
const serve = preparePages()

function preparePages() {
  try {
    return createPageServer(app.getRequestHandler())
  } catch (error) {
    console.error(/** @type {Error} */ (error).message)
    process.exit(2)
  }
}

/** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
async function answer(request, response) {
  if (isOtherHost(request)) response.setHeader('x-robots-tag', 'noindex')
  keepSingleHeaders(response)
  if (!(await refuseHaste(request, response))) await serve(request, response)
}

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    console.error(error)
    if (response.headersSent) response.destroy()
    else {
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
      response.end('This page could not be shown. Try again in a moment.\n')
    }
  })
})
server.on('error', (error) => {
  console.error(`The site cannot be served at port ${port}: ${error.message}. Set PORT to another one.`)
  process.exit(2)
})
// Longer than a proxy in front keeps its connections, so that it never meets one that was just closed.
server.keepAliveTimeout = 75_000
server.listen(port, () => {
  if (!process.env.SITE_URL) console.log('SITE_URL is not set: search engines are kept out at every host but this one.')
  console.log(`Ready: http://localhost:${port}`)
})

/** So long answers that were begun may take when the server is told to stop, in milliseconds. */
const patience = 5_000

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    server.close(() => process.exit(0))
    setInterval(() => server.closeIdleConnections(), 20)
    setTimeout(() => server.closeAllConnections(), patience)
  })
}
