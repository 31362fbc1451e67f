import { copyFileSync, mkdtempSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { toQuestionPath } from '@/lib/core/routes'
import { Corpus } from '@/tools/corpus/corpus'
import { writeCorpus } from '@/tools/corpus/write-corpus'

/** A page, and words that it shows once the edit is published. */
export type Edit = { page: string; words: string }

/** Ways to corrupt a store before it replaces another one. */
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

  /** Changes the descriptions of this many files, different ones each time. */
  edit(files: number): Edit {
    this.#edits += 1
    // A shorter text would not be shown, as saying nothing (lib/compiler/source/description.ts).
    const words = `Changed by edit ${this.#edits}, seen by visitors at once.`
    const edited = Array.from({ length: files }, (_, index) => this.#fileAt(this.#edits * 101 + index))
    for (const file of edited) {
      const target = path.join(this.contentDir, file)
      writeFileSync(target, readFileSync(target, 'utf8').replace(/(page_description: >-\n {4}).*/, `$1${words}`))
    }
    const [, subject = '', ...rest] = (edited[0] as string).split('/')
    return { page: toQuestionPath(subject, path.basename(rest.at(-1) as string, '.md')), words }
  }

  /** Copies the store. Between compiles its main file is complete, without the write-ahead log. */
  keepStore() {
    copyFileSync(this.dbFile, this.#keptFile)
  }

  /** Replaces the store by the copy as docs/operating.md describes; `change` may modify it first. */
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
