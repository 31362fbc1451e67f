import path from 'node:path'
import { type Finding, type ReportedFinding, toFinding } from '@/lib/core/finding'
import type { QuestionRecord } from '@/lib/core/types'
import type { FileState } from '@/lib/store/write/file-states'
import type { StoreWriter } from '@/lib/store/write/writer'
import { toConflictFinding } from './conflict-finding'
import type { ParsedFile } from './parse-file'
import * as addressUnique from './rules/library/address-unique'
import type { FoundFile, ScanTarget } from './scan/content-scan'
import type { Refused } from './source/walk'

/** The result of a compile. `published` is false if errors left the store as it was. */
export type CompileReport = {
  files: number
  parsed: number
  unchanged: number
  removed: number
  findings: ReportedFinding[]
  published: boolean
}

type Options = { contentDir: string; onProgress?: ((files: number) => void) | undefined }

type ReadQuestion = { file: FoundFile<FileState>; read: ParsedFile; record: QuestionRecord }

/** Takes over what a scan of the content folder finds: writes it to the store, and counts and reports it. */
export class CompileRun implements ScanTarget<FileState, ParsedFile> {
  readonly report: CompileReport = { files: 0, parsed: 0, unchanged: 0, removed: 0, findings: [], published: true }
  /** Questions whose address another file still had when they were read: that file may be removed later in the scan. */
  private readonly contested: ReadQuestion[] = []

  constructor(
    private readonly options: Options,
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
