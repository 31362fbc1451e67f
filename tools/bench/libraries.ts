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

/** Changes the description of the first file of the last subject; gives the address of its question. */
export function editFile(contentDir: string, words: string): string {
  let folder = path.join(contentDir, 'learn', 'others')
  let [name = ''] = readdirSync(folder).sort()
  if (!name.endsWith('.md')) {
    folder = path.join(folder, name)
    name = readdirSync(folder).sort()[0] ?? ''
  }
  const file = path.join(folder, name)
  writeFileSync(file, readFileSync(file, 'utf8').replace(/(page_description: >-\n {4}).*/, `$1Changed: ${words}.`))
  return toQuestionPath('others', name.replace('.md', ''))
}
