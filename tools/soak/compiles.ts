import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import type { SoakLibrary } from './soak-library'

/** A file size limit, in blocks of 512 bytes, with which no compile can succeed. */
const tinyDisk = 32

export type Compiled = { code: number | null; signal: NodeJS.Signals | null; said: string }

/** Starts `npm run content` in a process of its own; a file size limit simulates a full disk. */
export function startCompile({ contentDir, dbFile }: SoakLibrary, disk: 'free' | 'full' = 'free') {
  const compile = ['--import', 'tsx', 'scripts/content.ts', '--content', contentDir, '--db', dbFile]
  const command = disk === 'full' ? `ulimit -f ${tinyDisk}; exec "$@"` : 'exec "$@"'
  const child = spawn('sh', ['-c', command, 'sh', process.execPath, ...compile], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = Promise.all([once(child, 'exit'), text(child.stderr)]).then(
    ([[code, signal], said]): Compiled => ({ code, signal, said: said.trim() }),
  )
  return { child, ended }
}

/** Compiles; throws if that fails. */
export async function compileAll(library: SoakLibrary) {
  const { code, signal, said } = await startCompile(library).ended
  if (code !== 0) throw new Error(`A compile ended with ${signal ?? `status ${code}`}: ${said}`)
}
