import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Refusal } from '@/lib/authoring/refusal'
import { type Settings, settings } from '@/lib/core/settings'

/** A command was called with wrong arguments; it prints the usage and exits with status 2. */
export class UsageError extends Error {}

/** Runs a command line with the given settings, by default those of this process. Returns the exit status. */
export type Command = (args: string[], given?: Settings) => Promise<number>

const isUsageError = (error: unknown) =>
  error instanceof UsageError ||
  (error instanceof TypeError && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS'))

/** A command that answers --help and reports errors as a sentence, without a stack trace. */
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

/** Runs the command of a file if Node was started with that file; does nothing if another file imports it. */
export async function runIfStarted(moduleUrl: string, main: Command) {
  const [, started] = process.argv
  if (started === undefined || realpathSync(started) !== fileURLToPath(moduleUrl)) return
  process.exitCode = await main(process.argv.slice(2))
}
