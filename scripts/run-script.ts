import { Refusal } from '@/lib/authoring/refusal'

/** A command called in a way that it does not understand; ends with status 2 and the usage. */
export class UsageError extends Error {}

const isUsageError = (error: unknown) =>
  error instanceof UsageError ||
  (error instanceof TypeError && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS'))

/** Runs a command line: answers --help, exits with what `main` gives, and tells mistakes in a sentence, without a stack. */
export async function runScript(usage: string, main: (args: string[]) => Promise<number>) {
  const args = process.argv.slice(2)
  if (args.includes('--help') || args.includes('-h')) {
    console.log(usage)
    return
  }
  try {
    process.exitCode = await main(args)
  } catch (error) {
    process.exitCode = error instanceof Refusal ? 1 : 2
    console.error(error instanceof Error ? error.message : error)
    if (isUsageError(error)) console.error(`\n${usage}`)
    else if (process.env.DEBUG) console.error(error)
  }
}
