import { build } from 'esbuild'
import { bundledThread } from '@/lib/answer/pool/thread-file'
import { serveCommand } from './serve-command'

/** Bundles the server, and what its rendering threads run, into a file each for Node; packages stay outside. */
export async function buildServer() {
  const entries = { 'scripts/serve.ts': serveCommand.at(-1), 'lib/answer/pool/render-thread.ts': bundledThread }
  for (const [entry, outfile] of Object.entries(entries)) {
    await build({
      entryPoints: [entry],
      ...(outfile && { outfile }),
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20.9',
      sourcemap: true,
      logLevel: 'warning',
    })
  }
}
