import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createProgress } from '@/scripts/progress'
import type { Corpus } from './corpus'

/** Writes all files of a corpus to a folder; returns the number of subfolders. */
export function writeCorpus(corpus: Corpus, out: string): number {
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
  return folders.size
}
