import type { Server } from 'node:http'

/** So long answers that were begun may take when the server is told to stop, in milliseconds. */
const patience = 5_000

/**
 * On SIGINT or SIGTERM, or when the process that watches over this one is gone: finishes the answers that were begun,
 * takes no new ones, and ends the process. A signal may come twice, from a terminal and from that process.
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
