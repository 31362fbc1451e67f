import { spawnSync } from 'node:child_process'
import type { TemporaryLibrary } from '../temporary-library'

/** Runs `npm run check` as a person would, without npm; the findings' paths are those below content/learn. */
export function runCheck(library: TemporaryLibrary, ...args: string[]) {
  const flags = ['--import', 'tsx', 'scripts/check.ts', '--content', library.contentDir, ...args]
  const env = { ...process.env, CONTENT_DB: library.dbFile }
  const { status, stdout, stderr } = spawnSync(process.execPath, flags, { encoding: 'utf8', env })
  const lines = stdout.split('\n').filter((line) => line !== '')
  return { status, stdout, stderr, lines: lines.map((line) => line.replace(/^.*?content\/learn\//, '')) }
}
