import { build } from 'esbuild'
import { serveCommand } from './serve-command'

/** Bundles the server (scripts/serve.ts) into the one file that `npm start` has Node run; packages stay outside. */
export async function buildServer() {
  await build({
    entryPoints: ['scripts/serve.ts'],
    outfile: serveCommand.at(-1),
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.9',
    sourcemap: true,
    logLevel: 'warning',
  })
}
