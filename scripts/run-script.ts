import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Refusal } from '@/lib/authoring/refusal'
import { type Settings, settings } from '@/lib/core/settings'

/** A command called in a way that it does not understand; ends with status 2 and the usage. */
export class UsageError extends Error {}

/** Runs a command line under settings, those of this process where none are given, and gives its exit status. */
export type Command = (args: string[], given?: Settings) => Promise<number>

const isUsageError = (error: unknown) =>
  error instanceof UsageError ||
  (error instanceof TypeError && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS'))

/** A command that answers --help and tells mistakes in a sentence, without a stack. */
export function defineCommand(
  usage: string,
  run: (args: string[], settings: Settings) => Promise<number> | number,
): Command {
  return async (args, given = settings) => {
    if (args.includes('--help') || args.includes('-h')) {
      console.log(usage)
      return 0
    }
    try {
      return await run(args, given)
    } catch (error) {
      console.error(error instanceof Error ? error.message : error)
      if (isUsageError(error)) console.error(`\n${usage}`)
      else if (process.env.DEBUG) console.error(error)
      return error instanceof Refusal ? 1 : 2
    }
  }
}

/** Runs the command of a file if Node was started with that file; does nothing where another one imports it. */
export async function runIfStarted(moduleUrl: string, main: Command) {
  const [, started] = process.argv
  if (started === undefined || realpathSync(started) !== fileURLToPath(moduleUrl)) return
  process.exitCode = await main(process.argv.slice(2))
}
