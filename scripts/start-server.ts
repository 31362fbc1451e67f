import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { settings } from '@/lib/settings'
import { buildSite } from './build-site'
import { publishContent } from './publish-content'

/** Brings content and build up to date and serves the site at PORT until `stop` is called, as `npm start` does. */
export async function startServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const { published } = await publishContent({ ...settings, keepGoing: false })
  if (!published) throw new Error('The site was not started: mend the files named above.')
  if (buildSite() !== 0) throw new Error('The site could not be built.')
  const server = spawn(process.execPath, ['scripts/serve.mjs'], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((resolve, reject) => {
    server.stdout.on('data', (data) => String(data).includes('Ready') && resolve())
    server.on('exit', (code) => reject(new Error(`The server stopped with status ${code}.`)))
  })
  return {
    url: `http://localhost:${settings.port}`,
    async stop() {
      server.kill()
      if (server.exitCode === null) await once(server, 'exit')
    },
  }
}
