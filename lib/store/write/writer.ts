import type { Stats } from 'node:fs'
import type { PlacedAddress, QuestionRecord, SubjectRecord } from '@/lib/core/types'
import { getMeta } from '../schema/open'
import { createChanges, recordChanges } from './changes'
import { prepareDerivations } from './derivations'
import { type FileState, prepareFileStates } from './file-states'
import { Publication, type Trust } from './publication'
import { prepareQuestionRows } from './question-rows'
import { prepareRowLog } from './row-log'

/** The content of one compile on its way into the store: see Publication for when readers see it. */
export class StoreWriter {
  /** Whether the store is being built from scratch: every file must be put. */
  readonly fresh: boolean
  private readonly publication: Publication
  private readonly version: number
  private readonly files: ReturnType<typeof prepareFileStates>
  private readonly questions: ReturnType<typeof prepareQuestionRows>
  private readonly derivations: ReturnType<typeof prepareDerivations>
  private readonly rowLog: ReturnType<typeof prepareRowLog>
  private changed: boolean

  constructor(file: string, schemaHash: string, trust?: Trust) {
    this.publication = new Publication(file, schemaHash, trust)
    const { store, fresh } = this.publication
    this.fresh = fresh
    this.changed = fresh
    try {
      // Compiles are numbered by their time in milliseconds.
      this.version = Math.max(Number(getMeta(store, 'sequence')) + 1, Date.now())
      createChanges(store)
      if (!fresh) recordChanges(store)
      this.files = prepareFileStates(store)
      this.questions = prepareQuestionRows(store)
      this.derivations = prepareDerivations(store, this.version)
      this.rowLog = prepareRowLog(store, this.version)
    } catch (error) {
      this.rollback()
      throw error
    }
  }

  listDirs = () => this.files.listDirs()
  listFiles = (dir: string) => this.files.listFiles(dir)
  getFile = (dir: string, name: string) => this.files.getFile(dir, name)

  putFile(dir: string, name: string, stats: Stats, read: { readAt: number; hash: string }, questionId: number | null) {
    this.files.putFile(dir, name, stats, read, questionId)
  }

  removeFile(dir: string, name: string, { question_id }: FileState) {
    this.files.removeFile(dir, name)
    if (question_id !== null) this.removeQuestion(question_id)
    if (dir === '') this.putRemoved([])
    if (dir !== 'subjects') return
    this.derivations.subjects.removeFile(name.replace(/\.yml$/, ''))
    this.changed = true
  }

  /**
   * Stores the question of a file, replacing `oldId` if the file had one, and returns its id. If another file has its
   * address, stores nothing and returns that file's path.
   */
  putQuestion(record: QuestionRecord, path: string, oldId: number | null): number | string {
    const old = oldId === null ? undefined : this.questions.get(oldId)
    const id = old?.id ?? this.questions.insert(record, path)
    if (id === undefined) return this.questions.getPath(record)
    if (old) {
      for (const derivation of this.derivations.all) derivation.remove?.(old)
      this.questions.update(old, record, path)
    }
    for (const derivation of this.derivations.all) derivation.add?.(id, record)
    this.changed = true
    return id
  }

  putSubject(record: SubjectRecord) {
    this.derivations.subjects.putFile(record)
    this.changed = true
  }

  putRemoved(addresses: readonly PlacedAddress[]) {
    this.derivations.oldAddresses.putRemoved(addresses)
    this.changed = true
  }

  /** Conflicts between files' old addresses, once all files are put. */
  listConflicts = () => this.derivations.oldAddresses.listConflicts()

  /** Publishes everything that was put, atomically; then waits for readers, at most `patience` ms, to empty the log. */
  commit(patience?: number) {
    const { fresh } = this.publication
    this.publication.publish((store) => {
      if (!this.changed) return
      for (const derivation of this.derivations.all) {
        if (fresh && derivation.fill) derivation.fill()
        else derivation.settle?.()
      }
      this.rowLog.settle()
      store.prepare(`UPDATE meta SET value = ? WHERE key = 'sequence'`).run(this.version)
    }, patience)
  }

  /** Discards this compile's changes. */
  rollback() {
    this.publication.discard()
  }

  private removeQuestion(id: number) {
    const old = this.questions.get(id)
    if (!old) return
    for (const derivation of this.derivations.all) derivation.remove?.(old)
    this.questions.remove(id)
    this.changed = true
  }
}
