import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { after } from 'node:test'

/**
 * A proxy between a server and PostgreSQL that counts round trips. Answers to statements that were sent together are passed
 * on together; otherwise it would be chance whether the server goes on after the first answer and counts once more.
 */
export async function startCountingProxy(url: string) {
  const target = new URL(url)
  const { hostname } = target
  const port = Number(target.port)
  let trips = 0
  const sockets = new Set<Socket>()
  const proxy = createServer((socket) => {
    const upstream = connect(port, hostname)
    const countAsked = countMessages('QS', false)
    const countReady = countMessages('Z', true)
    // Logging in also ends with ReadyForQuery.
    let [loggedIn, unanswered] = [false, 1]
    let held: Buffer[] = []
    sockets.add(socket)
    socket.on('data', (data) => {
      const asked = countAsked(data)
      if (unanswered === 0 && asked > 0) trips += 1
      unanswered += asked
      upstream.write(data)
    })
    upstream.on('data', (data) => {
      unanswered -= countReady(data)
      held.push(data)
      if (loggedIn && unanswered > 0) return
      loggedIn ||= unanswered === 0
      socket.write(Buffer.concat(held))
      held = []
    })
    for (const [one, other] of [
      [socket, upstream],
      [upstream, socket],
    ] as const) {
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
    socket.on('close', () => sockets.delete(socket))
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  after(() => proxy.close())
  const at = (proxy.address() as AddressInfo).port
  target.port = String(at)

  return {
    url: target.href,
    /** The round trips of some work on a connection that is open. */
    async count(work: () => Promise<unknown>): Promise<number> {
      const before = trips
      await work()
      return trips - before
    },
    /** From now on PostgreSQL cannot be reached. */
    async close() {
      proxy.close()
      for (const socket of sockets) socket.destroy()
      await once(proxy, 'close')
    },
    async open() {
      proxy.listen(at, '127.0.0.1')
      await once(proxy, 'listening')
    },
  }
}

/**
 * Counts the messages of some kinds in one direction. A message is a letter for its kind, its length and its content; a
 * client's first message has no letter (PostgreSQL's manual, "Frontend/Backend Protocol").
 */
function countMessages(letters: string, firstHasLetter: boolean) {
  let hasLetter = firstHasLetter
  let rest = Buffer.alloc(0)
  return (data: Buffer): number => {
    let counted = 0
    rest = Buffer.concat([rest, data])
    for (;;) {
      const start = hasLetter ? 1 : 0
      const end = rest.length < start + 4 ? Number.POSITIVE_INFINITY : start + rest.readInt32BE(start)
      if (end > rest.length) return counted
      if (hasLetter && letters.includes(rest.toString('latin1', 0, 1))) counted += 1
      hasLetter = true
      rest = rest.subarray(end)
    }
  }
}
