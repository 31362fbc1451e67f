import type { Stats } from 'node:fs'
import type { PlacedAddress, QuestionRecord, SubjectRecord } from '@/lib/core/types'
import { getMeta } from '../schema/open'
import { ListChanges } from './changes'
import { type Counted, Counts, listTargets } from './counts'
import { type FileState, prepareFileStates } from './file-states'
import { prepareLinks } from './links'
import { prepareOldAddresses } from './old-addresses'
import { settleAllOwners, settleTouchedOwners } from './owners'
import { Publication } from './publication'
import { prepareQuestionRows, type StoredQuestion } from './question-rows'
import { SitemapChanges } from './sitemap-changes'
import { SubjectNames } from './subject-names'
import { TextIndex } from './text-index'
import { prepareTopicRows } from './topic-rows'
import { prepareTouched } from './touched'

/** The content of one compile on its way into the store: see Publication for when readers see it. */
export class StoreWriter {
  private readonly publication: Publication
  private readonly version: number
  private readonly files: ReturnType<typeof prepareFileStates>
  private readonly questions: ReturnType<typeof prepareQuestionRows>
  private readonly links: ReturnType<typeof prepareLinks>
  private readonly topics: ReturnType<typeof prepareTopicRows>
  private readonly text: TextIndex
  private readonly touched: ReturnType<typeof prepareTouched>
  private readonly oldAddresses: ReturnType<typeof prepareOldAddresses>
  private readonly lists: ListChanges
  private readonly sitemap: SitemapChanges
  private readonly subjects: SubjectNames
  private readonly counts = new Counts()
  private changed: boolean

  constructor(file: string, schemaHash: string) {
    this.publication = new Publication(file, schemaHash)
    const { store, fresh } = this.publication
    this.changed = fresh
    // Compiles are numbered by their time in milliseconds, so that their number also says when.
    this.version = Math.max(Number(getMeta(store, 'sequence')) + 1, Date.now())
    this.files = prepareFileStates(store)
    this.questions = prepareQuestionRows(store, this.version)
    this.links = prepareLinks(store)
    this.text = new TextIndex(store, fresh)
    this.touched = prepareTouched(store, fresh)
    this.oldAddresses = prepareOldAddresses(store, fresh)
    this.lists = new ListChanges(store, this.version, fresh)
    this.topics = prepareTopicRows(store, fresh)
    this.sitemap = new SitemapChanges(store, this.version, fresh)
    this.subjects = new SubjectNames(store)
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
    if (dir === '') this.putGone([])
    if (dir !== 'subjects') return
    this.subjects.remove(name.replace(/\.yml$/, ''))
    this.changed = true
  }

  /**
   * Stores the question of a file, in the place of `oldId` if the file had one, and gives its id; or the path of
   * another file that has its address, in which case nothing is stored.
   */
  putQuestion(record: QuestionRecord, path: string, oldId: number | null): number | string {
    const old = oldId === null ? undefined : this.questions.get(oldId)
    if (old) {
      this.forget(old)
      this.questions.update(old, record, path)
    }
    const id = old?.id ?? this.questions.insert(record, path)
    if (id === undefined) return this.questions.getPath(record)
    this.remember(id, record)
    this.topics.replace(id, old && toTagged(old), toTagged(record))
    return id
  }

  putSubject(record: SubjectRecord) {
    this.subjects.put(record)
    this.changed = true
  }

  putGone(addresses: readonly PlacedAddress[]) {
    this.oldAddresses.putGone(addresses)
    this.changed = true
  }

  /** What is wrong between files, once all are put: their old addresses. */
  listConflicts = () => this.oldAddresses.listConflicts()

  /** Makes everything that was put visible to readers at once. */
  commit() {
    const { fresh } = this.publication
    this.publication.publish((store) => {
      if (!this.changed) return
      this.counts.write(store)
      if (fresh) settleAllOwners(store, this.version, this.text)
      else settleTouchedOwners(store, this.version, this.text)
      this.topics.settle()
      this.lists.settle()
      this.sitemap.settle()
      this.subjects.settle(this.lists)
      this.text.settle()
      store.prepare(`UPDATE meta SET value = ? WHERE key = 'sequence'`).run(this.version)
    })
  }

  /** Leaves the library as it was before this compile. */
  rollback() {
    this.publication.discard()
  }

  private removeQuestion(id: number) {
    const old = this.questions.get(id)
    if (!old) return
    this.forget(old)
    this.topics.replace(id, toTagged(old), undefined)
    this.questions.remove(id)
  }

  /** Adds a question to everything that is derived from it. */
  private remember(id: number, record: QuestionRecord) {
    const { subject, slug, title, answer, noIndex, author, subjectTitle = '', details } = record
    this.count({ subject, slug, subjectName: subjectTitle, authorName: author, related: details.related }, 1)
    this.links.add(id, details)
    this.oldAddresses.putAliases(id, record.aliases)
    this.touched.touchQuestion(id, record)
    if (!noIndex) this.text.insert(id, { title, subject, keywords: details.keywords, answer })
  }

  /** Takes a question out of everything that is derived from it. */
  private forget(old: StoredQuestion) {
    const { id, subject, slug, subjectName, authorName, details } = old
    this.count({ subject, slug, subjectName: subjectName ?? '', authorName, related: details.related }, -1)
    this.links.remove(id, details)
    this.oldAddresses.removeAliases(id, details.aliases)
    this.touched.touchQuestion(id, old)
    this.text.remove(old)
  }

  private count(counted: Counted, change: 1 | -1) {
    this.changed = true
    this.subjects.touch(counted.subject)
    this.counts.add(counted, change)
    for (const target of listTargets(counted)) this.touched.touchAddress(target)
  }
}

const toTagged = ({ subject, slug, date, noIndex, details }: StoredQuestion | QuestionRecord) => ({
  subject,
  slug,
  date,
  noIndex,
  keywords: details.keywords,
})
