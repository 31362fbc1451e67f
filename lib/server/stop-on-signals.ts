import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { log } from '@/lib/core/log'

/** How long answers in progress may take when the server shuts down, in milliseconds. */
const patience = 5_000

const stopping = new WeakSet<Server>()

/** Whether a server was told to stop. */
export const isStopping = (server: Server) => stopping.has(server)

/**
 * Shuts down gracefully on a signal, or when the supervising process has exited, and exits. A signal may arrive twice,
 * from a terminal and from the supervisor.
 */
export function stopOnSignals(server: Server, drainSeconds: number) {
  const stop = async (event: string) => {
    if (isStopping(server)) return
    log.info({ event }, 'Stopping: finishing the answers in progress.')
    await drain(server, 1_000 * drainSeconds)
    process.exit(0)
  }
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(event, () => stop(event))
}

/**
 * Shuts a server down. It is no longer ready, yet goes on answering for `time` ms, once per connection, so that a load
 * balancer can send visitors elsewhere. Then it accepts no new connections and finishes the answers in progress.
 */
export async function drain(server: Server, time: number) {
  stopping.add(server)
  server.prependListener('request', (_, response) => response.setHeader('connection', 'close'))
  if (time > 0) await sleep(time)
  const ended = new Promise((resolve) => server.close(resolve))
  const closing = setInterval(() => server.closeIdleConnections(), 20)
  const deadline = setTimeout(() => server.closeAllConnections(), patience)
  await ended
  clearInterval(closing)
  clearTimeout(deadline)
}
