import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { ConnectionLimits } from './limits'

/** Since when a client has read nothing although data is pending, and how many bytes it had read by then. */
type Stall = { since: number; bytesRead: number }

/**
 * Closes connections that do not read their answers: after some time, or sooner if too many bytes wait to be sent or
 * connections are scarce. When they are scarce, idle connections are closed too.
 */
export function closeSlowReaders(server: Server, limits: ConnectionLimits) {
  const open = new Set<Socket>()
  /** Longest stalled first. */
  const stalls = new Map<Socket, Stall>()
  const isCrowded = () => open.size >= limits.crowdedConnections

  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => {
      open.delete(socket)
      stalls.delete(socket)
    })
    if (isCrowded()) server.closeIdleConnections()
  })

  const timer = setInterval(() => {
    const now = performance.now()
    for (const socket of open) noteStall(socket, now)
    const timeout = isCrowded() ? limits.crowdedReadTimeout : limits.readTimeout
    let unsent = 0
    for (const [socket] of stalls) unsent += socket.writableLength
    for (const [socket, { since }] of stalls) {
      if (now - since < timeout && unsent <= limits.maxUnsentBytes) break
      unsent -= socket.writableLength
      socket.destroy()
    }
  }, limits.readCheckInterval)
  server.once('close', () => clearInterval(timer))
  timer.unref()

  function noteStall(socket: Socket, now: number) {
    const bytesRead = socket.bytesWritten - socket.writableLength
    if (socket.writableLength > 0 && stalls.get(socket)?.bytesRead === bytesRead) return
    // Deleted before it is set: a map keeps insertion order.
    stalls.delete(socket)
    if (socket.writableLength > 0) stalls.set(socket, { since: now, bytesRead })
  }
}
