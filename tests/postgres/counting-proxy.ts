import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { after } from 'node:test'

/** Stands between a server and PostgreSQL, and counts how often the server waits for an answer. */
export async function startCountingProxy(url: string) {
  const target = new URL(url)
  const { hostname } = target
  const port = Number(target.port)
  let trips = 0
  const proxy = createServer((socket) => {
    const upstream = connect(port, hostname)
    let answered = true
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
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  after(() => proxy.close())
  target.port = String((proxy.address() as AddressInfo).port)

  return {
    url: target.href,
    /** The round trips of some work on a connection that is open. */
    async count(work: () => Promise<unknown>): Promise<number> {
      const before = trips
      await work()
      return trips - before
    },
  }
}
