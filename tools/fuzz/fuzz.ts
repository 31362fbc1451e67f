import { parseArgs } from 'node:util'
import { defineCommand, runIfStarted, UsageError } from '@/scripts/run-script'
import { fuzzAnswers } from './fuzz-answers'

const usage = `npm run fuzz [-- --runs NUMBER] [--seed NUMBER]

Renders random answers; if one exceeds the budget or could run a script, it stops and prints the smallest such answer.
  --runs NUMBER   how many (default: 20000)
  --seed NUMBER   the same seed gives the same answers (default: from the clock)
Exit status: 0; 2 if one was found, or for wrong usage.`

export const main = defineCommand(usage, async (args) => {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: 'string', default: '20000' },
      seed: { type: 'string', default: String(Date.now() % 1e9) },
    },
  })
  const [runs, seed] = [Number(values.runs), Number(values.seed)]
  if (!Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(seed)) {
    throw new UsageError('--runs and --seed must be whole numbers.')
  }
  await fuzzAnswers(runs, seed)
  console.log(`${runs} answers rendered, seed ${seed}: none exceeds the budget or could run a script.`)
  return 0
})

await runIfStarted(import.meta.url, main)
