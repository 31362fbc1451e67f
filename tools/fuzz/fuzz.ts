import { parseArgs } from 'node:util'
import { defineCommand, runIfStarted, UsageError } from '@/scripts/run-script'
import { fuzzAnswers } from './fuzz-answers'

const usage = `npm run fuzz [-- --runs NUMBER] [--seed NUMBER]

Renders answers that are mixed by chance, and ends with the smallest one that is beyond the budget or could run something.
  --runs NUMBER   how many (default: 20000)
  --seed NUMBER   the same seed gives the same answers (default: by the clock)
Exit status: 0; 2 if one was found, or for wrong use.`

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
    throw new UsageError('--runs and --seed each take a whole number.')
  }
  await fuzzAnswers(runs, seed)
  console.log(`${runs} answers rendered, seed ${seed}: none beyond the budget, none that could run something.`)
  return 0
})

await runIfStarted(import.meta.url, main)
