import { once } from 'node:events'
import { createServer } from 'node:net'

/** Below the ephemeral ports, and a different range in each process, so that nothing takes it before the server does. */
let nextPort = 11_000 + (process.pid % 1_000) * 20

export async function findFreePort(): Promise<number> {
  for (;;) {
    nextPort += 1
    // Another call may take the next one while this one waits.
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
