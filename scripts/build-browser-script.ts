import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { browserScriptNote } from '@/lib/server/browser-script'

/** Next serves files from here as immutable: their names contain hashes. */
const folder = '.next/static/browser'

/** The browsers that Next builds for: https://nextjs.org/docs/architecture/supported-browsers */
const browsers = ['chrome111', 'edge111', 'firefox111', 'safari16.4']

/** What a page loads first; it then loads the custom elements that are on the page. */
const entry = 'components/browser/page.ts'

/**
 * Bundles what runs in visitors' browsers: the entry, and a file for each part that is loaded when a page needs it. Notes
 * the address of the entry for the server.
 */
export async function buildBrowserScript() {
  rmSync(folder, { recursive: true, force: true })
  const { metafile } = await build({
    entryPoints: [entry],
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
  const [file] = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === entry) ?? []
  if (!file) throw new Error('The browser script was not built.')
  const src = `/_next/static/browser/${path.basename(file)}`
  writeFileSync(browserScriptNote, JSON.stringify({ src }))
}
