import { once } from 'node:events'
import { createServer } from 'node:net'

/** Below those that systems give out by themselves, and other ones in each process: nobody takes it before the server. */
let nextPort = 11_000 + (process.pid % 1_000) * 20

export async function findFreePort(): Promise<number> {
  for (;;) {
    nextPort += 1
    const server = createServer().listen(nextPort)
    const free = await once(server, 'listening').then(
      () => true,
      () => false,
    )
    if (!free) continue
    server.close()
    await once(server, 'close')
    return nextPort
  }
}
