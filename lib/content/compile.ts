import { createHash } from 'node:crypto'
import { existsSync, readFileSync, type Stats } from 'node:fs'
import path from 'node:path'
import type { Finding, Problem } from './finding'
import type { GeneratedSchema } from './schema/generate'
import { type ReadResult, readQuestion } from './source/read-question'
import { readSubject } from './source/read-subject'
import { readText } from './source/read-text'
import { type Folder, walkContent } from './source/walk'
import { type FileState, StoreWriter } from './store/writer'
import type { QuestionRecord, SubjectRecord } from './types'

export type CompileOptions = {
  contentDir: string
  dbFile: string
  schema: GeneratedSchema
  /** Publish the valid files although others are not; those keep their last good version. */
  keepGoing?: boolean
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

/** File systems keep times no finer than this, so a file read within it of its last change may change unseen. In ms. */
const timeGrain = 2_000

/**
 * Brings the content store up to date with the content folder. Parses only files whose content changed, reports all
 * mistakes of all files, and publishes in one transaction, or nothing if a file is invalid.
 */
export async function compile(options: CompileOptions): Promise<CompileReport> {
  const { contentDir, dbFile, schema } = options
  if (!existsSync(contentDir))
    throw new Error(`There is no content folder at ${contentDir}. Set CONTENT_DIR or --content.`)
  const writer = new StoreWriter(dbFile, schema.hash)
  try {
    const run = new CompileRun(options, writer)
    for await (const folder of walkContent(contentDir)) run.takeFolder(folder)
    run.finish()
    const failed = run.report.findings.some((finding) => finding.level === 'error')
    if (failed && !options.keepGoing) {
      writer.rollback()
      return { ...run.report, published: false }
    }
    writer.commit()
    return run.report
  } catch (error) {
    writer.rollback()
    throw error
  }
}

type ChangedFile = { dir: string; name: string; stats: Stats; hash: string; readAt: number }

class CompileRun {
  readonly report: CompileReport = { files: 0, parsed: 0, unchanged: 0, removed: 0, findings: [], published: true }
  private readonly goneDirs: Set<string>
  /** Questions whose address another file still held when they were read: that file may be removed further on. */
  private readonly contested: { file: ChangedFile; record: QuestionRecord }[] = []

  constructor(
    private readonly options: CompileOptions,
    private readonly writer: StoreWriter,
  ) {
    this.goneDirs = new Set(writer.listDirs())
  }

  takeFolder({ dir, files, refused }: Folder) {
    this.goneDirs.delete(dir)
    const known = this.writer.listFiles(dir)
    for (const { name, rule, message } of refused) {
      this.report.files += 1
      known.delete(name)
      this.addProblems(`${dir}/${name}`, [{ line: 1, column: 1, level: 'error', rule, message }])
    }
    for (const { name, stats } of files) {
      this.report.files += 1
      this.takeFile(dir, name, stats, known.get(name))
      known.delete(name)
      if (this.report.files % 100 === 0) this.options.onProgress?.(this.report.files)
    }
    for (const name of known.keys()) this.remove(dir, name)
  }

  /** Removes what stood in folders that are gone, then stores the questions that waited for it. */
  finish() {
    for (const dir of this.goneDirs) for (const name of this.writer.listFiles(dir).keys()) this.remove(dir, name)
    for (const { file, record } of this.contested) {
      const twin = this.writer.putQuestion(record, `${file.dir}/${file.name}`)
      if (twin === undefined) this.acknowledge(file)
      else this.addProblems(`${file.dir}/${file.name}`, [toTwinProblem(record, twin)])
    }
  }

  private takeFile(dir: string, name: string, stats: Stats, known: FileState | undefined) {
    if (known && isUntouched(stats, known)) {
      this.report.unchanged += 1
      return
    }
    const readAt = Date.now()
    const bytes = readFileSync(path.join(this.options.contentDir, dir, name))
    const file: ChangedFile = { dir, name, stats, readAt, hash: createHash('sha256').update(bytes).digest('base64url') }
    if (known?.hash === file.hash) {
      this.report.unchanged += 1
      this.acknowledge(file)
      return
    }
    this.report.parsed += 1
    const text = readText(bytes)
    if (typeof text !== 'string') this.addProblems(`${dir}/${name}`, [text])
    else if (dir === 'subjects') this.takeSubject(file, readSubject(text, name, this.options.schema.schema))
    else this.takeQuestion(file, readQuestion(text, `${dir}/${name}`, this.options.schema.schema))
  }

  private takeSubject(file: ChangedFile, { record, problems }: ReadResult<SubjectRecord>) {
    this.addProblems(`${file.dir}/${file.name}`, problems)
    if (!record) return
    this.writer.putSubject(record)
    this.acknowledge(file)
  }

  private takeQuestion(file: ChangedFile, { record, problems }: ReadResult<QuestionRecord>) {
    this.addProblems(`${file.dir}/${file.name}`, problems)
    if (!record) return
    const twin = this.writer.putQuestion(record, `${file.dir}/${file.name}`)
    if (twin === undefined) this.acknowledge(file)
    else this.contested.push({ file, record })
  }

  /** Remembers the state in which a file was read, so that it is not read again before it changes. */
  private acknowledge({ dir, name, stats, readAt, hash }: ChangedFile) {
    this.writer.putFile(dir, name, stats, readAt, hash)
  }

  private remove(dir: string, name: string) {
    this.report.removed += 1
    this.writer.removeFile(dir, name)
  }

  private addProblems(file: string, problems: Problem[]) {
    const shown = path.join(path.relative(process.cwd(), this.options.contentDir), file)
    for (const problem of problems) this.report.findings.push({ path: shown, ...problem })
  }
}

/** Size and times are a shortcut only where they must have changed if the content did. */
function isUntouched(stats: Stats, known: FileState): boolean {
  return (
    stats.size === known.size &&
    stats.mtimeMs === known.mtime &&
    stats.ctimeMs === known.ctime &&
    stats.ino === known.inode &&
    Math.max(stats.mtimeMs, stats.ctimeMs) < known.read_at - timeGrain
  )
}

function toTwinProblem({ subject, slug }: QuestionRecord, twin: string): Problem {
  const message = `Two files make the address /learn/${subject}/questions/${slug}: this one and ${twin}. Rename or remove one.`
  return { line: 1, column: 1, level: 'error', rule: 'address-unique', message }
}
