import { AsyncLocalStorage } from 'node:async_hooks'
import { parseSettings, type Settings } from '@/lib/core/settings'
import type { Command } from '@/scripts/run-script'
import type { TemporaryLibrary } from './temporary-library'

type Output = { stdout: string; stderr: string }

/** The output of the running command; what others print meanwhile, such as the test runner, is not captured. */
const printed = new AsyncLocalStorage<Output>()

for (const name of ['stdout', 'stderr'] as const) {
  const write = process[name].write.bind(process[name]) as (...args: unknown[]) => boolean
  process[name].write = (...args: unknown[]) => {
    const output = printed.getStore()
    if (!output) return write(...args)
    output[name] += String(args[0])
    return true
  }
}

/** Runs a command as its script would, but in this process; returns its status and output. */
export async function runCommand(main: Command, args: readonly string[], settings?: Settings) {
  const output = { stdout: '', stderr: '' }
  const status = await printed.run(output, () => main([...args], settings))
  return { status, ...output }
}

/** Settings with which a command uses a library by default. */
const toSettings = ({ contentDir, dbFile }: TemporaryLibrary) =>
  parseSettings({ CONTENT_DIR: contentDir, CONTENT_DB: dbFile, PORT: '4500' })

/** Runs a command on a library, as if CONTENT_DIR and CONTENT_DB were set to it. */
export const runOn = (library: TemporaryLibrary, main: Command, ...args: string[]) =>
  runCommand(main, args, toSettings(library))
