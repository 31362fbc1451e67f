import { existsSync } from 'node:fs'
import path from 'node:path'

/** Where the build puts the module of a rendering thread. */
export const bundledThread = '.next/server-bundle/render-thread.mjs'

const sourceThread = 'lib/answer/pool/start-thread.mjs'

/** The module of a rendering thread: the bundle in production, otherwise the source. */
export function findThreadFile(): string {
  const bundled = path.resolve(/* turbopackIgnore: true */ bundledThread)
  if (process.env.NODE_ENV === 'production' && existsSync(/* turbopackIgnore: true */ bundled)) return bundled
  return path.resolve(/* turbopackIgnore: true */ sourceThread)
}
