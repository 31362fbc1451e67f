import { settings } from '@/lib/core/settings'
import { buildSite } from '@/scripts/build-site'
import { publishContent } from '@/scripts/publish-content'
import { serveCommand } from '@/scripts/serve-command'
import { type Server, startServer } from './processes'

/** Brings store and build up to date and serves them on PORT, as `npm start` does, while `visit` runs. */
export async function serveContent(visit: (server: Server) => Promise<number>): Promise<number> {
  const { published } = await publishContent({ ...settings, keepGoing: true })
  if (!published || (await buildSite()) !== 0) return 1
  const { server } = await startServer(serveCommand, settings.port, '/', {})
  try {
    return await visit(server)
  } finally {
    await server.stop()
  }
}
