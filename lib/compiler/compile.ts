import { existsSync, type Stats } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { Batches } from '@/lib/compiler/threads/batches'
import { toTwinProblem } from '@/lib/core/duplicate-address'
import { type Finding, type Problem, toFinding } from '@/lib/core/finding'
import type { QuestionRecord } from '@/lib/core/types'
import { isDiskError } from '@/lib/store/schema/open'
import type { FileState } from '@/lib/store/write/file-states'
import { StoreWriter } from '@/lib/store/write/writer'
import { type FileToParse, type ParsedFile, prepare, type ReadSetting } from './parse-file'
import type { GeneratedSchema } from './schema/generate'
import { isUntouched } from './source/untouched'
import { type Folder, lookAt, walkContent } from './source/walk'

export type CompileOptions = {
  contentDir: string
  dbFile: string
  schema: GeneratedSchema
  /** Publish the valid files although others are not; those keep their last good version. */
  keepGoing?: boolean
  /** Look at these files alone, by their paths below the content folder: all others are taken to be unchanged. */
  only?: readonly string[]
  onProgress?: (files: number) => void
}

/** What a compile did. `published` is false where errors left the store as it was. */
export type CompileReport = {
  files: number
  parsed: number
  unchanged: number
  removed: number
  findings: Finding[]
  published: boolean
}

/** Files that are handed to a parser at once. */
const batchSize = 64

/**
 * Brings the content store up to date with the content folder. Parses only files whose content changed, reports all
 * mistakes of all files, and publishes everything at once, or nothing if a file is invalid. Memory holds one folder's
 * names and a few batches of files, however many there are.
 */
export async function compile(options: CompileOptions): Promise<CompileReport> {
  const { contentDir, dbFile, schema } = options
  if (!existsSync(contentDir))
    throw new Error(`There is no content folder at ${contentDir}. Set CONTENT_DIR or --content.`)
  const writer = new StoreWriter(dbFile, schema.hash)
  const parser = new Batches({
    module: new URL('./parse-file.ts', import.meta.url),
    prepare,
    setting: { contentDir, schema: schema.schema },
    // One core is for the thread that writes the store.
    threads: Math.max(1, availableParallelism() - 1),
    youngMb: 16,
  })
  try {
    const run = new CompileRun(options, writer, parser)
    if (options.only) await run.takeOnly(options.only)
    else for (const folder of walkContent(contentDir)) await run.takeFolder(folder)
    await run.finish()
    const failed = run.report.findings.some((finding) => finding.level === 'error')
    if (failed && !options.keepGoing) {
      writer.rollback()
      return { ...run.report, published: false }
    }
    writer.commit()
    return run.report
  } catch (error) {
    writer.rollback()
    throw isDiskError(error)
      ? new Error(
          `The content store at ${dbFile} could not be written: ${error.message}. Make room there. It is as it was.`,
        )
      : error
  } finally {
    await parser.close()
  }
}

/** A file that may have changed, as it was found and as the store knows it. */
type ChangedFile = FileToParse & { stats: Stats; known: FileState | undefined }

type ReadQuestion = { file: ChangedFile; read: ParsedFile; record: QuestionRecord }

class CompileRun {
  readonly report: CompileReport = { files: 0, parsed: 0, unchanged: 0, removed: 0, findings: [], published: true }
  private readonly goneDirs: Set<string>
  private batch: ChangedFile[] = []
  /** Batches under way, the oldest first: they are stored in the order in which they were found. */
  private readonly pending: { files: ChangedFile[]; parsed: Promise<ParsedFile[]> }[] = []
  /** Questions whose address another file still held when they were read: that file may be removed further on. */
  private readonly contested: ReadQuestion[] = []

  constructor(
    private readonly options: CompileOptions,
    private readonly writer: StoreWriter,
    private readonly parser: Batches<ReadSetting, FileToParse, ParsedFile>,
  ) {
    this.goneDirs = new Set(options.only ? [] : writer.listDirs())
  }

  async takeFolder({ dir, files, refused }: Folder) {
    this.goneDirs.delete(dir)
    const known = this.writer.listFiles(dir)
    for (const { name, rule, message } of refused) {
      this.report.files += 1
      known.delete(name)
      this.addProblems(dir, name, [{ line: 1, column: 1, rule, message }])
    }
    for (const { name, stats } of files) {
      this.report.files += 1
      await this.takeFile(dir, name, stats, known.get(name))
      known.delete(name)
    }
    for (const [name, state] of known) this.remove(dir, name, state)
  }

  /** Looks at some files: those that are there are read if they changed, those that are not are removed. */
  async takeOnly(paths: readonly string[]) {
    for (const file of new Set(paths)) {
      const { dir, base: name } = path.posix.parse(file)
      const known = this.writer.getFile(dir, name)
      const { files, refused } = lookAt(this.options.contentDir, dir, name)
      this.report.files += files.length + refused.length
      for (const { rule, message } of refused) {
        this.addProblems(dir, name, [{ line: 1, column: 1, rule, message }])
      }
      for (const { stats } of files) await this.takeFile(dir, name, stats, known)
      if (known && files.length + refused.length === 0) this.remove(dir, name, known)
    }
  }

  /** Stores what is still under way, removes what stood in folders that are gone, and settles contested addresses. */
  async finish() {
    this.send()
    while (this.pending.length > 0) await this.storeOldest()
    for (const dir of this.goneDirs) {
      for (const [name, state] of this.writer.listFiles(dir)) this.remove(dir, name, state)
    }
    for (const contested of this.contested) {
      const twin = this.storeQuestion(contested)
      if (twin !== undefined)
        this.addProblems(contested.file.dir, contested.file.name, [toTwinProblem(contested.record, twin)])
    }
    for (const { file, ...problem } of this.writer.listProblems()) {
      const { dir, base } = path.posix.parse(file)
      this.addProblems(dir, base, [problem])
    }
  }

  private async takeFile(dir: string, name: string, stats: Stats, known: FileState | undefined) {
    if (known && isUntouched(stats, known)) {
      this.report.unchanged += 1
      return
    }
    this.batch.push({ dir, name, stats, known, knownHash: known?.hash })
    if (this.batch.length < batchSize) return
    this.send()
    while (this.pending.length > this.parser.capacity) await this.storeOldest()
  }

  private send() {
    if (this.batch.length === 0) return
    const files = this.batch.map(({ dir, name, knownHash }) => ({ dir, name, knownHash }))
    const parsed = this.parser.run(files)
    // A failure is met when the batch is stored; until then it must not end the process.
    parsed.catch(() => undefined)
    this.pending.push({ files: this.batch, parsed })
    this.batch = []
  }

  private async storeOldest() {
    const { files, parsed } = this.pending.shift() as (typeof this.pending)[number]
    for (const [index, read] of (await parsed).entries()) this.store(files[index] as ChangedFile, read)
    this.options.onProgress?.(this.report.files)
  }

  private store(file: ChangedFile, read: ParsedFile) {
    if (read.vanished) {
      this.report.files -= 1
      if (file.known) this.remove(file.dir, file.name, file.known)
      return
    }
    if (read.unchanged) {
      this.report.unchanged += 1
      this.acknowledge(file, read, file.known?.question_id ?? null)
      return
    }
    this.report.parsed += 1
    this.addProblems(file.dir, file.name, read.problems)
    if (read.subject) {
      this.writer.putSubject(read.subject)
      this.acknowledge(file, read, null)
    }
    if (read.gone) {
      this.writer.putGone(read.gone)
      this.acknowledge(file, read, null)
    }
    if (read.question) {
      const question = { file, read, record: read.question }
      if (this.storeQuestion(question) !== undefined) this.contested.push(question)
    }
  }

  /** Stores a question; gives the path of the file that has its address, if that is another one. */
  private storeQuestion({ file, read, record }: ReadQuestion): string | undefined {
    const stored = this.writer.putQuestion(record, `${file.dir}/${file.name}`, file.known?.question_id ?? null)
    if (typeof stored === 'string') return stored
    this.acknowledge(file, read, stored)
    return undefined
  }

  private acknowledge({ dir, name, stats }: ChangedFile, read: ParsedFile, questionId: number | null) {
    this.writer.putFile(dir, name, stats, read, questionId)
  }

  private remove(dir: string, name: string, state: FileState) {
    this.report.removed += 1
    this.writer.removeFile(dir, name, state)
  }

  private addProblems(dir: string, name: string, problems: Problem[]) {
    const shown = path.join(path.relative(process.cwd(), this.options.contentDir), dir, name)
    for (const problem of problems) this.report.findings.push(toFinding(shown, problem))
  }
}
