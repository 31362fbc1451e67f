import { build } from 'esbuild'
import { bundledThread } from '@/lib/answer/pool/thread-file'
import { searchWorkerFile } from '@/lib/engine/search-thread'
import { nextThreadFile } from '@/lib/server/next-threads'
import { serveCommand } from './serve-command'

/**
 * Bundles the server (scripts/serve.ts) into the one file that `npm start` has Node run, and its threads into others.
 */
export async function buildServer() {
  await bundle('scripts/serve.ts', serveCommand.at(-1) as string)
  await bundle('scripts/next-thread.ts', nextThreadFile)
  await buildSearchWorker(searchWorkerFile)
  await bundle('lib/answer/pool/render-thread.ts', bundledThread)
}

/** Bundles the program of the search thread. External packages must be resolvable from where the file is. */
export const buildSearchWorker = (file: string) => bundle('lib/engine/search-worker.ts', file)

/**
 * Packages that load files of their own, or that are loaded when first needed. All others are bundled: a server starts
 * sooner and takes less memory (docs/decisions/0047-packages-in-the-bundle.md).
 */
const external = ['libsql', 'next', 'pg', 'shiki/langs']

const bundle = (from: string, to: string) =>
  build({
    entryPoints: [from],
    outfile: to,
    bundle: true,
    external,
    // It can only be loaded by Next; these bundles never reach a browser.
    alias: { 'server-only': './node_modules/server-only/empty.js' },
    // CommonJS packages call `require` for Node's own modules.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    platform: 'node',
    format: 'esm',
    target: 'node20.9',
    sourcemap: true,
    logLevel: 'warning',
  })
