import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildBrowserScript } from './build-browser-script'
import { buildServer } from './build-server'
import { runNode } from './run-node'
import { hashSources } from './source-hash'

/** The sources of the production build. Content is not among them: pages are rendered on their first request. */
export const sources = [
  'app',
  'components',
  'lib',
  'scripts/build-browser-script.ts',
  'scripts/build-server.ts',
  'scripts/closed-output.mjs',
  'scripts/next-thread.ts',
  'scripts/serve.ts',
  'contentlayer.config.ts',
  'instrumentation.ts',
  'next.config.mjs',
  'package-lock.json',
  'postcss.config.mjs',
  'tailwind.config.ts',
  'tsconfig.json',
]

const hashFile = '.next/source-hash'

/** Builds the site unless the last build was of the same sources. Returns the exit status of `next build`. */
export async function buildSite(): Promise<number> {
  const hash = hashSources(sources)
  if (existsSync('.next/BUILD_ID') && existsSync(hashFile) && readFileSync(hashFile, 'utf8') === hash) return 0
  console.log('Building the site, once for this version of its code.')
  const next = path.join('node_modules', 'next', 'dist', 'bin', 'next')
  const status = await runNode([next, 'build'], {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  })
  if (status !== 0) return status
  await buildBrowserScript()
  await buildServer()
  writeFileSync(hashFile, hash)
  return 0
}
