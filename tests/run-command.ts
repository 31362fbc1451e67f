import { AsyncLocalStorage } from 'node:async_hooks'
import { parseSettings, type Settings } from '@/lib/core/settings'
import type { Command } from '@/scripts/run-script'
import type { TemporaryLibrary } from './temporary-library'

type Output = { stdout: string; stderr: string }

/** What the command that is running has printed; what others print meanwhile, as the test runner does, passes by. */
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

/** Runs a command as its script would, in this process, and gives its status and what it printed. */
export async function runCommand(main: Command, args: readonly string[], settings?: Settings) {
  const output = { stdout: '', stderr: '' }
  const status = await printed.run(output, () => main([...args], settings))
  return { status, ...output }
}

/** The settings with which a command finds a library where it is by default. */
const toSettings = ({ contentDir, dbFile }: TemporaryLibrary) =>
  parseSettings({ CONTENT_DIR: contentDir, CONTENT_DB: dbFile, PORT: '4500' })

/** Runs a command on a library as a person would who has set CONTENT_DIR and CONTENT_DB. */
export const runOn = (library: TemporaryLibrary, main: Command, ...args: string[]) =>
  runCommand(main, args, toSettings(library))
