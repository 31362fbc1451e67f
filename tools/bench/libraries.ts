import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { toQuestionPath } from '@/lib/core/routes'
import { Corpus } from '@/tools/corpus/corpus'
import { writeCorpus } from '@/tools/corpus/write-corpus'

/** Where libraries, stores and figures of the benchmark are. */
export const benchDir = '.content/bench'

/** Raised when generated files change, so that those of an earlier run are generated again. */
const corpusVersion = 2

/** The content folder with a library of this many files, made by the first run that wants it. */
export function makeCorpus(count: number): string {
  const contentDir = path.join(benchDir, `corpus-${count}`)
  const mark = path.join(contentDir, `complete-${corpusVersion}`)
  if (!statSync(mark, { throwIfNoEntry: false })) {
    rmSync(contentDir, { recursive: true, force: true })
    writeCorpus(new Corpus(count, 1), contentDir)
    writeFileSync(mark, '')
  }
  return contentDir
}

/** What was changed: the address of a question, and the words that its page shows from then on. */
export type Edit = { address: string; words: string }

/** Changes the description of the first file of the last subject. */
export function editFile(contentDir: string, name: string): Edit {
  let folder = path.join(contentDir, 'learn', 'others')
  let [first = ''] = readdirSync(folder).sort()
  if (!first.endsWith('.md')) {
    folder = path.join(folder, first)
    first = readdirSync(folder).sort()[0] ?? ''
  }
  const file = path.join(folder, first)
  // A description with few words of its own would not be shown (lib/compiler/source/description.ts).
  const words = `Changed for ${name}, seen by visitors at once.`
  writeFileSync(file, readFileSync(file, 'utf8').replace(/(page_description: >-\n {4}).*/, `$1${words}`))
  return { address: toQuestionPath('others', first.replace('.md', '')), words }
}
