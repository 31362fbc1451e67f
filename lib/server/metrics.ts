import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Counter, collectDefaultMetrics, Registry } from 'prom-client'
import { addGauge } from './gauge'
import { healthPath } from './health'
import { measureLibrary } from './measure-library'
import { measureWork } from './measure-work'
import { addObserver } from './observe'
import { measureCache } from './page-cache'
import { readTarget } from './request-target'

/**
 * Serves metrics in Prometheus' format on a port that only this machine can reach: of the process, its requests and the
 * work for them, of the page cache and of the library.
 */
export async function serveMetrics(port: number) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  countRequests(registry)
  measureWork(registry)
  addGauge(registry, 'page_cache_bytes', 'Memory that cached pages take.', () => measureCache().bytes)
  addGauge(registry, 'page_cache_pages', 'Pages that are cached.', () => measureCache().pages)
  measureLibrary(registry)

  const server = createServer(async (request, response) => {
    if (readTarget(request) || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    const metrics = await registry.metrics().catch((error: Error) => error)
    if (metrics instanceof Error) response.writeHead(503).end(`${metrics.message}\n`)
    else response.writeHead(200, { 'content-type': registry.contentType }).end(metrics)
  })
  server.unref()
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return server
}

function countRequests(registry: Registry) {
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Answers, by kind (page, file, health), status, and for pages whether they were cached.',
    labelNames: ['kind', 'status', 'cache'],
    registers: [registry],
  })
  addObserver((request, response) => {
    const isHealth = isHealthPath(request)
    response.once('close', () => {
      const cache = String(response.getHeader('x-cache') ?? '')
      requests.inc({ kind: isHealth ? 'health' : toKind(response), status: response.statusCode, cache })
    })
  })
}

const isHealthPath = ({ url = '' }: IncomingMessage) => url.startsWith(healthPath)

const toKind = (response: ServerResponse) => (response.hasHeader('x-cache') ? 'page' : 'file')
