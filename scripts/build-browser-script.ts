import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { browserScriptNote } from '@/lib/server/browser-script'

/** Next serves what lies here for ever, and the names hold hashes. */
const folder = '.next/static/browser'

/** The browsers that Next builds for: https://nextjs.org/docs/architecture/supported-browsers */
const browsers = ['chrome111', 'edge111', 'firefox111', 'safari16.4']

/**
 * Bundles what runs in visitors' browsers (lib/browser) into one small file, and one for each part that is loaded when
 * it is first used. Notes the address of the first for the server.
 */
export async function buildBrowserScript() {
  rmSync(folder, { recursive: true, force: true })
  const { metafile } = await build({
    entryPoints: ['lib/browser/page.ts'],
    outdir: folder,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    target: browsers,
    metafile: true,
    logLevel: 'warning',
  })
  const [entry] =
    Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === 'lib/browser/page.ts') ?? []
  if (!entry) throw new Error('The browser script was not built.')
  const src = `/_next/static/browser/${path.basename(entry)}`
  writeFileSync(browserScriptNote, JSON.stringify({ src }))
}
