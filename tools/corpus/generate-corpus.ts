import { parseArgs } from 'node:util'
import { defineCommand, runIfStarted, UsageError } from '@/scripts/run-script'
import { Corpus } from './corpus'
import { writeCorpus } from './write-corpus'

const usage = `npm run generate-corpus -- --count N --out DIR [--seed S]

Writes N question files in the library's format and proportions to DIR/learn: the same bytes for the same N and S.`

export const main = defineCommand(usage, async (args) => {
  const options = {
    count: { type: 'string' },
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
  } as const
  const { values } = parseArgs({ args, options })
  const count = Number(values.count)
  const seed = Number(values.seed)
  if (!Number.isInteger(count) || count < 1 || count > 5_000_000)
    throw new UsageError('--count must be a number from 1 to 5,000,000.')
  if (!Number.isInteger(seed)) throw new UsageError('--seed must be a whole number.')
  if (!values.out) throw new UsageError('--out must be a folder.')
  const folders = writeCorpus(new Corpus(count, seed), values.out)
  console.log(`${count} files in ${folders} folders below ${values.out}.`)
  return 0
})

await runIfStarted(import.meta.url, main)
