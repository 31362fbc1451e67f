import type { Server } from 'node:http'

/** So long answers that were begun may take when the server is told to stop, in milliseconds. */
const patience = 5_000

/** On SIGINT or SIGTERM: finishes the answers that were begun, takes no new ones, and ends the process. */
export function stopOnSignals(server: Server) {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close(() => process.exit(0))
      setInterval(() => server.closeIdleConnections(), 20)
      setTimeout(() => server.closeAllConnections(), patience)
    })
  }
}
