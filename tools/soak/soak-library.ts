import { copyFileSync, mkdtempSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { toQuestionPath } from '@/lib/core/routes'
import { Corpus } from '@/tools/corpus/corpus'
import { writeCorpus } from '@/tools/corpus/write-corpus'

/** A page, and words that it shows once an edit is published. */
export type Edit = { page: string; words: string }

/** What can be wrong with a store that somebody puts in the place of another one. */
export const breaks = {
  truncated: (file: string) => truncateSync(file, 20_000),
  'no database': (file: string) => writeFileSync(file, 'This is not what a database begins with.', { flag: 'r+' }),
}

/** A generated library with its store, in a temporary folder. */
export class SoakLibrary {
  readonly root = mkdtempSync(path.join(tmpdir(), 'soak-'))
  readonly contentDir = path.join(this.root, 'content')
  readonly dbFile = path.join(this.root, 'content.db')
  readonly #keptFile = path.join(this.root, 'kept.db')
  readonly #files: string[]
  #edits = 0

  constructor(count: number) {
    const corpus = new Corpus(count, 1)
    writeCorpus(corpus, this.contentDir)
    this.#files = Array.from(corpus.files(), (file) => file.path)
  }

  /** Changes the descriptions of so many files, others each time. */
  edit(files: number): Edit {
    this.#edits += 1
    // Fewer words of its own would not be shown: they would say nothing (lib/compiler/source/description.ts).
    const words = `Changed by edit ${this.#edits}, seen by visitors at once.`
    const edited = Array.from({ length: files }, (_, index) => this.#fileAt(this.#edits * 101 + index))
    for (const file of edited) {
      const target = path.join(this.contentDir, file)
      writeFileSync(target, readFileSync(target, 'utf8').replace(/(page_description: >-\n {4}).*/, `$1${words}`))
    }
    const [, subject = '', ...rest] = (edited[0] as string).split('/')
    return { page: toQuestionPath(subject, path.basename(rest.at(-1) as string, '.md')), words }
  }

  /** Copies the store, whose file alone is the library between two compiles. */
  keepStore() {
    copyFileSync(this.dbFile, this.#keptFile)
  }

  /** Puts the copy in the store's place as docs/operating.md says; `change` sees it before. */
  putBack(change: (file: string) => void = () => {}) {
    const file = `${this.#keptFile}.copy`
    copyFileSync(this.#keptFile, file)
    change(file)
    for (const suffix of ['-wal', '-shm']) rmSync(this.dbFile + suffix, { force: true })
    renameSync(file, this.dbFile)
  }

  remove() {
    rmSync(this.root, { recursive: true, force: true })
  }

  #fileAt = (index: number) => this.#files[index % this.#files.length] as string
}
