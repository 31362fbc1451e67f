import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { after } from 'node:test'

/** Stands between a server and PostgreSQL, and counts how often the server waits for an answer. */
export async function startCountingProxy(url: string) {
  const target = new URL(url)
  const { hostname } = target
  const port = Number(target.port)
  let trips = 0
  const sockets = new Set<Socket>()
  const proxy = createServer((socket) => {
    const upstream = connect(port, hostname)
    let answered = true
    sockets.add(socket)
    socket.on('data', (data) => {
      if (answered) trips += 1
      answered = false
      upstream.write(data)
    })
    upstream.on('data', (data) => {
      answered = true
      socket.write(data)
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
    /** From now on PostgreSQL is not there. */
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
