import { once } from 'node:events'
import { createServer } from 'node:net'

/** Below those that systems give out by themselves, and other ones in each process: nobody takes it before the server. */
let nextPort = 11_000 + (process.pid % 1_000) * 20

export async function findFreePort(): Promise<number> {
  for (;;) {
    nextPort += 1
    // Another call may go on to the next one while this one waits.
    const port = nextPort
    const server = createServer().listen(port)
    const free = await once(server, 'listening').then(
      () => true,
      () => false,
    )
    if (!free) continue
    server.close()
    await once(server, 'close')
    return port
  }
}
