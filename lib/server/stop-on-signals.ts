import type { Server } from 'node:http'

/** How long answers in progress may take when the server shuts down, in milliseconds. */
const patience = 5_000

/**
 * Shuts down gracefully on a signal, or when the supervising process has exited: accepts no new connections, finishes
 * the answers in progress, and exits. A signal may arrive twice, from a terminal and from the supervisor.
 */
export function stopOnSignals(server: Server) {
  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    server.close(() => process.exit(0))
    setInterval(() => server.closeIdleConnections(), 20)
    setTimeout(() => server.closeAllConnections(), patience)
  }
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(event, stop)
}
