import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** How many requests wait on a connection. */
const waiting = new WeakMap<Socket, number>()

/**
 * Starts an answer once those before it on its connection have been sent, so that each connection has one in progress
 * at a time. A connection with more than `max` requests waiting is closed: the client may repeat those that were not
 * answered (https://www.rfc-editor.org/rfc/rfc9112#section-9.3.2).
 */
export function awaitTurn({ socket }: IncomingMessage, response: ServerResponse, max: number, begin: () => void) {
  const count = (waiting.get(socket) ?? 0) + 1
  waiting.set(socket, count)
  if (count > max) {
    socket.destroy()
    return
  }
  response.once('socket', () => {
    waiting.set(socket, (waiting.get(socket) ?? 1) - 1)
    // Not at once: Node is still handing over the connection.
    process.nextTick(() => {
      if (!socket.destroyed) begin()
    })
  })
}
