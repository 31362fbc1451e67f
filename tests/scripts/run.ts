import { spawnSync } from 'node:child_process'
import type { TemporaryLibrary } from '../temporary-library'

/** Runs a command on a library as a person would, without npm. */
export function runOn(library: TemporaryLibrary, script: string, ...args: string[]) {
  const env = { ...process.env, CONTENT_DIR: library.contentDir, CONTENT_DB: library.dbFile, PORT: '4500' }
  const flags = ['--import', 'tsx', `scripts/${script}.ts`, ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, flags, { encoding: 'utf8', env })
  return { status, stdout, stderr }
}
