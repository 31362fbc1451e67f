import { spawnSync } from 'node:child_process'
import path from 'node:path'
import type { TemporaryLibrary } from '../temporary-library'

/** Runs `npm run check` as a person would, without npm; what it remembers is below `root`. */
export function spawnCheck(root: string, ...args: string[]) {
  const env = { ...process.env, CONTENT_DB: path.join(root, 'store', 'content.db') }
  const flags = ['--import', 'tsx', 'scripts/check.ts', ...args]
  return spawnSync(process.execPath, flags, { encoding: 'utf8', env, maxBuffer: 64 * 1024 * 1024 })
}

/** The same for a temporary library; the paths in `lines` are those below content/learn. */
export function runCheck(library: TemporaryLibrary, ...args: string[]) {
  const { status, stdout, stderr } = spawnCheck(library.root, '--content', library.contentDir, ...args)
  const lines = stdout.split('\n').filter((line) => line !== '')
  return { status, stdout, stderr, lines: lines.map((line) => line.replace(/^.*?content\/learn\//, '')) }
}
