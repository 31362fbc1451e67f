import cluster from 'node:cluster'
import { randomUUID } from 'node:crypto'

/**
 * Makes this process the primary of a cluster: it accepts connections and distributes them to its workers in turn. Without
 * PostgreSQL it also keeps the visitors' search budgets, for all workers together. Returns a function that starts a worker,
 * by its number from 0; `serve` are arguments of Node, the last of them the program.
 *
 * @param {string[]} serve
 * @param {Record<string, string>} environment for workers, unless this process has others
 */
export async function prepareWorkers(serve, environment) {
  // Only this file: the whole package takes 8 MB.
  // @ts-expect-error
  const { default: limiters } = await import('rate-limiter-flexible/lib/RateLimiterCluster.js')
  new limiters.RateLimiterClusterMaster()
  cluster.setupPrimary({ exec: serve.at(-1), execArgv: serve.slice(0, -1), args: [] })
  const shared = { ...environment, ...process.env, CLIENT_SECRET: randomUUID() }

  /** @param {number} number */
  return (number) => {
    const worker = cluster.fork({ ...shared, WORKER: String(number) })
    // A message to a worker that has just exited.
    worker.on('error', () => {})
    return worker.process
  }
}
