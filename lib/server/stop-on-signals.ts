import type { Server } from 'node:http'
import { log } from '@/lib/core/log'

/** How long answers in progress may take when the server shuts down, in milliseconds. */
const patience = 5_000

/**
 * Shuts down gracefully on a signal, or when the supervising process has exited: accepts no new connections, finishes
 * the answers in progress, and exits. A signal may arrive twice, from a terminal and from the supervisor.
 */
export function stopOnSignals(server: Server) {
  let isStopping = false
  const stop = (event: string) => {
    if (isStopping) return
    isStopping = true
    log.info({ event }, 'Stopping: answers that were begun are finished.')
    server.close(() => process.exit(0))
    setInterval(() => server.closeIdleConnections(), 20)
    setTimeout(() => server.closeAllConnections(), patience)
  }
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(event, () => stop(event))
}
