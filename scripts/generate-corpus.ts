import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { Corpus } from '@/lib/corpus/corpus'
import { createProgress } from './progress'
import { runScript, UsageError } from './run-script'

const usage = `npm run generate-corpus -- --count N --out DIR [--seed S]

Writes N question files in the library's format and proportions below DIR/learn: the same bytes for the same N and S.`

await runScript(usage, async (args) => {
  const options = {
    count: { type: 'string' },
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
  } as const
  const { values } = parseArgs({ args, options })
  const count = Number(values.count)
  const seed = Number(values.seed)
  if (!Number.isInteger(count) || count < 1 || count > 5_000_000)
    throw new UsageError('--count takes a number from 1 to 5,000,000.')
  if (!Number.isInteger(seed)) throw new UsageError('--seed takes a whole number.')
  if (!values.out) throw new UsageError('--out takes a folder.')
  writeCorpus(new Corpus(count, seed), values.out)
  return 0
})

function writeCorpus(corpus: Corpus, out: string) {
  const progress = createProgress('files', corpus.count)
  const folders = new Set<string>()
  let written = 0
  for (const file of corpus.files()) {
    const target = path.join(out, file.path)
    const folder = path.dirname(target)
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true })
    folders.add(folder)
    writeFileSync(target, file.text)
    written += 1
    progress.show(written)
  }
  progress.clear()
  console.log(`${written} files in ${folders.size} folders below ${out}.`)
}
