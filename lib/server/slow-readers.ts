import type { IncomingMessage, Server, ServerResponse } from 'node:http'
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
  /** How many requests have no complete answer yet: 0 if a connection is idle, undefined if it has sent none. */
  const unanswered = new WeakMap<Socket, number>()
  const isCrowded = () => open.size >= limits.crowdedConnections

  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => {
      open.delete(socket)
      stalls.delete(socket)
    })
    if (isCrowded()) closeIdle()
  })
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    count(socket, 1)
    response.once('close', () => count(socket, -1))
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

  function count(socket: Socket, change: number) {
    unanswered.set(socket, (unanswered.get(socket) ?? 0) + change)
  }

  /** Unlike Node's method, which since Node 26 also closes connections that are about to send their first request. */
  function closeIdle() {
    for (const socket of open) if (unanswered.get(socket) === 0) socket.destroy()
  }

  function noteStall(socket: Socket, now: number) {
    const bytesRead = socket.bytesWritten - socket.writableLength
    if (socket.writableLength > 0 && stalls.get(socket)?.bytesRead === bytesRead) return
    // Deleted before it is set: a map keeps insertion order.
    stalls.delete(socket)
    if (socket.writableLength > 0) stalls.set(socket, { since: now, bytesRead })
  }
}
