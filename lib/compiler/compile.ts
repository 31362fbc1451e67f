import { availableParallelism } from 'node:os'
import path from 'node:path'
import { type Finding, type ReportedFinding, toFinding } from '@/lib/core/finding'
import type { QuestionRecord } from '@/lib/core/types'
import { isAccessError, isDamageError, isDiskError } from '@/lib/store/schema/damage'
import type { FileState } from '@/lib/store/write/file-states'
import type { Trust } from '@/lib/store/write/publication'
import { StoreWriter } from '@/lib/store/write/writer'
import { toConflictFinding } from './conflict-finding'
import { type ParsedFile, prepare } from './parse-file'
import * as addressUnique from './rules/library/address-unique'
import { ContentScan, type FoundFile, type ScanTarget } from './scan/content-scan'
import type { GeneratedSchema } from './schema/generate'
import { ContentReplaced, identifyContent, refuseEmptyFolder } from './source/content-folder'
import type { Refused } from './source/walk'
import { finishWrites } from './source/write-files'

export type CompileOptions = {
  contentDir: string
  dbFile: string
  schema: GeneratedSchema
  /** Publish the valid files even if others are invalid; those keep their last valid version. */
  keepGoing?: boolean
  /** Scan only these files, by their paths below the content folder; all others are assumed to be unchanged. */
  only?: readonly string[]
  /** How far to trust an existing store: `given` if absent. */
  trust?: Trust
  onProgress?: (files: number) => void
}

/** The result of a compile. `published` is false if errors left the store as it was. */
export type CompileReport = {
  files: number
  parsed: number
  unchanged: number
  removed: number
  findings: ReportedFinding[]
  published: boolean
}

/** A folder that is replaced more often than this during a compile is replaced by something that will not stop. */
const maxReplaced = 3

/**
 * Brings the content store up to date with the content folder. Parses only files whose content changed, reports
 * everything that is wrong in any file, and publishes everything at once, or nothing if a file is invalid. A store that
 * is damaged, or of another version, is rebuilt: everything in it comes from the files. Starts again if the content folder
 * is replaced meanwhile.
 */
export async function compile(options: CompileOptions): Promise<CompileReport> {
  for (let replaced = 0; ; replaced += 1) {
    try {
      return await compileFolder(options)
    } catch (error) {
      if (!(error instanceof ContentReplaced) || replaced === maxReplaced) throw error
    }
  }
}

async function compileFolder(options: CompileOptions): Promise<CompileReport> {
  const { contentDir, dbFile, trust } = options
  const content = identifyContent(contentDir)
  await finishWrites(contentDir)
  try {
    return await compileInto(options, content)
  } catch (error) {
    if (isDamageError(error) && trust !== 'nothing') {
      console.error(
        `The content store at ${dbFile} is damaged: ${(error as Error).message}. Rebuilding it from the files.`,
      )
      return compileFolder({ ...options, trust: 'nothing' })
    }
    throw toWriteError(error, dbFile)
  }
}

/** `content` is the identity of the content folder before its files were listed. */
async function compileInto(options: CompileOptions, content: string): Promise<CompileReport> {
  const { contentDir, dbFile, schema, only, trust } = options
  const writer = new StoreWriter(dbFile, schema.hash, trust)
  const run = new CompileRun(options, writer)
  const scan = new ContentScan({ contentDir, schema: schema.schema }, run, {
    module: new URL('./parse-file.ts', import.meta.url),
    prepare,
    // One core is left for the thread that writes the store.
    threads: Math.max(1, availableParallelism() - 1),
    youngMb: 16,
  })
  try {
    await (only && !writer.fresh ? scan.scanSome(only) : scan.scanAll())
    run.finish()
    // Otherwise files that were missing during the switch would count as removed.
    if (identifyContent(contentDir) !== content) throw new ContentReplaced(contentDir)
    if (run.report.removed > 0) refuseEmptyFolder(contentDir)
    const failed = run.report.findings.some((finding) => finding.severity === 'error')
    if (failed && !options.keepGoing) {
      writer.rollback()
      return { ...run.report, published: false }
    }
    writer.commit()
    return run.report
  } catch (error) {
    writer.rollback()
    throw error
  } finally {
    await scan.close()
  }
}

function toWriteError(error: unknown, dbFile: string): unknown {
  const { message } = error as Error
  if (isDiskError(error))
    return new Error(
      `The content store at ${dbFile} could not be written: ${message}. Free some disk space. The store is unchanged.`,
    )
  if (isAccessError(error))
    return new Error(
      `The content store at ${dbFile} cannot be written: ${message}. Give this user write permission for ${path.dirname(dbFile)}, or set CONTENT_DB to another path.`,
    )
  return error
}

type ReadQuestion = { file: FoundFile<FileState>; read: ParsedFile; record: QuestionRecord }

class CompileRun implements ScanTarget<FileState, ParsedFile> {
  readonly report: CompileReport = { files: 0, parsed: 0, unchanged: 0, removed: 0, findings: [], published: true }
  /** Questions whose address another file still had when they were read: that file may be removed later in the scan. */
  private readonly contested: ReadQuestion[] = []

  constructor(
    private readonly options: CompileOptions,
    private readonly writer: StoreWriter,
  ) {}

  listDirs = () => this.writer.listDirs()
  listFiles = (dir: string) => this.writer.listFiles(dir)
  getFile = (dir: string, name: string) => this.writer.getFile(dir, name)

  onUntouched() {
    this.report.files += 1
    this.report.unchanged += 1
  }

  /** A refused file keeps its last valid version. */
  onRefused(dir: string, { name, finding }: Refused) {
    this.report.files += 1
    this.addFindings(path.posix.join(dir, name), [finding])
  }

  onRead(file: FoundFile<FileState>, read: ParsedFile) {
    this.report.files += 1
    if (read.state === 'unchanged') {
      this.report.unchanged += 1
      this.acknowledge(file, read, file.known?.question_id ?? null)
    } else this.store(file, read)
    this.options.onProgress?.(this.report.files)
  }

  onRemoved(dir: string, name: string, known: FileState) {
    this.report.removed += 1
    this.writer.removeFile(dir, name, known)
  }

  /** Resolves contested addresses, once every file has been read. */
  finish() {
    for (const contested of this.contested) {
      const other = this.storeQuestion(contested)
      if (other === undefined) continue
      const match = addressUnique.toDuplicateAddress(contested.record, other)
      this.addFindings(toPath(contested.file), [toFinding(addressUnique.rule, match)])
    }
    for (const conflict of this.writer.listConflicts()) {
      this.addFindings(conflict.file, [toConflictFinding(conflict)])
    }
  }

  private store(file: FoundFile<FileState>, read: ParsedFile) {
    this.report.parsed += 1
    this.addFindings(toPath(file), read.findings)
    if (read.subject) {
      this.writer.putSubject(read.subject)
      this.acknowledge(file, read, null)
    }
    if (read.removed) {
      this.writer.putRemoved(read.removed)
      this.acknowledge(file, read, null)
    }
    if (read.question) {
      const question = { file, read, record: read.question }
      if (this.storeQuestion(question) !== undefined) this.contested.push(question)
    }
  }

  /** Stores a question, or returns the path of the other file that has its address. */
  private storeQuestion({ file, read, record }: ReadQuestion): string | undefined {
    const stored = this.writer.putQuestion(record, toPath(file), file.known?.question_id ?? null)
    if (typeof stored === 'string') return stored
    this.acknowledge(file, read, stored)
    return undefined
  }

  private acknowledge({ dir, name, stats }: FoundFile<FileState>, read: ParsedFile, questionId: number | null) {
    this.writer.putFile(dir, name, stats, read, questionId)
  }

  /** `file` is its path below the content folder. */
  private addFindings(file: string, findings: readonly Finding[]) {
    const shown = path.join(path.relative(process.cwd(), this.options.contentDir), file)
    for (const finding of findings) this.report.findings.push({ path: shown, ...finding })
  }
}

const toPath = ({ dir, name }: FoundFile<FileState>) => path.posix.join(dir, name)
