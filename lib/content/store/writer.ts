import { createHash } from 'node:crypto'
import type { Stats } from 'node:fs'
import { toSearchText } from '@/lib/answer/search-text'
import { parseQuestionPath, toQuestionPath } from '@/lib/routes'
import { toSlug, toTitleKey } from '../names'
import type { QuestionKey, QuestionRecord, SubjectRecord } from '../types'
import { hashAddress } from './address-hash'
import { ListChanges } from './changes'
import { getMeta, getRow, listRows, type Store, selectDirs } from './open'
import { settleAllOwners, settleTouchedOwners } from './owners'
import { Publication } from './publication'
import { Tally } from './tally'

/** What the compiler remembers of a file. Times in milliseconds since 1970; `question_id` is null for a subject. */
export type FileState = {
  size: number
  mtime: number
  ctime: number
  inode: number
  read_at: number
  hash: string
  question_id: number | null
}

type StoredQuestion = QuestionKey & {
  id: number
  title: string
  no_index: number
  summary_version: number
  subject_name: string | null
  author: string
  author_name: string
  details: string
}

type Name = { slug: string; name: string }

/** The content of one compile on its way into the store: see Publication for when readers see it. */
export class StoreWriter {
  private readonly publication: Publication
  private readonly version: number
  private readonly sql: ReturnType<typeof prepare>
  private readonly lists: ListChanges
  private readonly subjects = new Set<string>()
  private readonly inbound = new Tally<number>((address) => address)
  private readonly subjectNames = new Tally<Name>(({ slug, name }) => `${slug}/${name}`)
  private readonly authorNames = new Tally<Name>(({ slug, name }) => `${slug}/${name}`)
  private lastId: number
  private changed: boolean

  constructor(file: string, schemaHash: string) {
    this.publication = new Publication(file, schemaHash)
    const { store, fresh } = this.publication
    this.changed = fresh
    store.exec(`
      CREATE TEMP TABLE touched_key (same_key TEXT PRIMARY KEY) WITHOUT ROWID;
      CREATE TEMP TABLE touched_address (subject TEXT, slug TEXT, PRIMARY KEY (subject, slug)) WITHOUT ROWID;
    `)
    // Few large merges of the full-text index instead of many small ones, https://sqlite.org/fts5.html#configuration_options
    if (fresh) configureText(store, { hashsize: 8 * 1024 * 1024, automerge: 0, crisismerge: 256 })
    this.version = Number(getMeta(store, 'sequence')) + 1
    this.sql = prepare(store)
    this.lists = new ListChanges(store, this.version, fresh)
    this.lastId = getRow<{ id: number }>(store.prepare('SELECT coalesce(max(id), 0) AS id FROM question'))?.id ?? 0
  }

  /** The folders that hold known files. */
  listDirs(): string[] {
    return listRows<{ dir: string }>(this.sql.listDirs).map((row) => row.dir)
  }

  /** The known files of one folder, by name. */
  listFiles(dir: string): Map<string, FileState> {
    return new Map(listRows<FileState & { name: string }>(this.sql.listFiles, dir).map((row) => [row.name, row]))
  }

  getFile(dir: string, name: string): FileState | undefined {
    return getRow<FileState>(this.sql.getFile, dir, name)
  }

  /** Remembers the state in which a file was read, so that it is not read again before it changes. */
  putFile(dir: string, name: string, stats: Stats, read: { readAt: number; hash: string }, questionId: number | null) {
    const { size, mtimeMs, ctimeMs, ino } = stats
    this.sql.putFile.run(dir, name, size, mtimeMs, ctimeMs, ino, read.readAt, read.hash, questionId)
  }

  removeFile(dir: string, name: string, { question_id }: FileState) {
    this.sql.removeFile.run(dir, name)
    if (question_id !== null) this.removeQuestion(question_id)
    if (dir !== 'subjects') return
    const slug = name.replace(/\.yml$/, '')
    this.sql.removeSubjectFile.run(slug)
    this.touchSubject(slug)
  }

  /**
   * Stores the question of a file, in the place of `oldId` if the file had one, and gives its id; or the path of
   * another file that has its address, in which case nothing is stored.
   */
  putQuestion(record: QuestionRecord, path: string, oldId: number | null): number | string {
    const id = oldId ?? this.lastId + 1
    const old = oldId === null ? undefined : getRow<StoredQuestion>(this.sql.getQuestion, oldId)
    const values = [...this.toColumns(record, path), this.version, this.toSummaryVersion(old, record)]
    if (!old) {
      if (this.sql.insertQuestion.run(...values, id, id).changes === 0) return this.getPath(record)
      this.lastId = id
    } else {
      this.forget(old)
      this.sql.updateQuestion.run(...values, id, id)
    }
    this.remember(id, record)
    return id
  }

  putSubject(record: SubjectRecord) {
    this.sql.putSubjectFile.run(record.subject, record.title, record.description ?? null, record.order ?? null)
    this.touchSubject(record.subject)
  }

  /** Makes everything that was put visible to readers at once. */
  commit() {
    this.publication.publish((store) => {
      if (!this.changed) return
      for (const [address, change] of this.inbound.list()) this.sql.countLink.run(address, change)
      for (const [{ slug, name }, change] of this.authorNames.list()) this.sql.countAuthor.run(slug, name, change)
      for (const [{ slug, name }, change] of this.subjectNames.list()) this.sql.countSubject.run(slug, name, change)
      if (this.publication.fresh) settleAllOwners(store, this.version)
      else settleTouchedOwners(store, this.version)
      this.lists.settle()
      for (const slug of this.subjects) this.settleSubject(slug)
      if (this.publication.fresh) configureText(store, { optimize: '', automerge: 4, crisismerge: 16 })
      this.sql.setSequence.run(this.version)
    })
  }

  /** Leaves the library as it was before this compile. */
  rollback() {
    this.publication.discard()
  }

  private getPath({ subject, slug }: QuestionKey): string {
    return getRow<{ path: string }>(this.sql.pathOfAddress, subject, slug)?.path ?? ''
  }

  private removeQuestion(id: number) {
    const old = getRow<StoredQuestion>(this.sql.getQuestion, id)
    if (!old) return
    this.forget(old)
    this.sql.deleteQuestion.run(id)
  }

  private toColumns(record: QuestionRecord, path: string) {
    const sameKey = createHash('sha256').update(`${record.slug}\0${record.answer.text.trim()}`).digest('base64url')
    return [
      record.subject,
      record.slug,
      path,
      record.title,
      toTitleKey(record.title),
      record.description,
      record.date,
      toSlug(record.author),
      record.author,
      record.subjectTitle ?? null,
      record.canonical ?? null,
      record.noIndex ? 1 : 0,
      sameKey.slice(0, 22),
      record.answer.text,
      record.answer.breaks,
      JSON.stringify(record.details),
    ]
  }

  private toSummaryVersion(old: StoredQuestion | undefined, record: QuestionRecord): number {
    const same = old?.title === record.title && old.no_index === (record.noIndex ? 1 : 0)
    return same ? old.summary_version : this.version
  }

  /** Adds a question to everything that is derived from it. */
  private remember(id: number, record: QuestionRecord) {
    const { subject, details, noIndex, author, subjectTitle = '' } = record
    this.countLinks(details.related, record, 1)
    this.touch(id, record)
    this.authorNames.add({ slug: toSlug(author), name: author }, 1)
    this.subjectNames.add({ slug: subject, name: subjectTitle }, 1)
    if (!noIndex) this.sql.insertText.run(id, record.title, details.keywords.join(' '), toSearchText(record.answer))
  }

  /** Takes a question out of everything that is derived from it. */
  private forget(old: StoredQuestion) {
    this.countLinks(JSON.parse(old.details).related, old, -1)
    this.touch(old.id, old)
    this.authorNames.add({ slug: old.author, name: old.author_name }, -1)
    this.subjectNames.add({ slug: old.subject, name: old.subject_name ?? '' }, -1)
    this.sql.deleteText.run(old.id)
  }

  /** Marks what decides about owners: in a fresh store all are decided, so nothing need be marked. */
  private touch(id: number, { subject, slug }: QuestionKey) {
    this.touchSubject(subject)
    if (this.publication.fresh) return
    this.sql.touchKey.run(id)
    this.sql.touchAddress.run(subject, slug)
  }

  private touchSubject(slug: string) {
    this.changed = true
    this.subjects.add(slug)
  }

  /** Counts the questions that one file names as related, each once, itself left out. */
  private countLinks(related: readonly string[], { subject, slug }: QuestionKey, change: number) {
    const itself = toQuestionPath(subject, slug)
    for (const address of new Set(related)) {
      const target = parseQuestionPath(address)
      if (!target || address === itself) continue
      this.inbound.add(hashAddress(address), change)
      if (!this.publication.fresh) this.sql.touchAddress.run(target.subject, target.slug)
    }
  }

  /** Brings a subject's row up to date: it bears the name that its own file, or else most of its questions, give it. */
  private settleSubject(slug: string) {
    const file = getRow<{ title: string; description: string | null; sort_order: number | null }>(
      this.sql.subjectFile,
      slug,
    )
    const used = getRow<{ name: string }>(this.sql.mostUsedName, slug)
    const before = JSON.stringify(listRows(this.sql.getSubject, slug))
    if (used) {
      const title = file?.title ?? (used.name || toTitleFromSlug(slug))
      this.sql.putSubject.run(slug, title, file?.description ?? null, file?.sort_order ?? null)
    } else this.sql.deleteSubject.run(slug)
    if (JSON.stringify(listRows(this.sql.getSubject, slug)) !== before) this.lists.touchSubjectNames()
  }
}

function configureText(store: Store, options: Record<string, number | string>) {
  for (const [name, value] of Object.entries(options)) {
    if (value === '') store.exec(`INSERT INTO question_text (question_text) VALUES ('${name}')`)
    else store.exec(`INSERT INTO question_text (question_text, rank) VALUES ('${name}', ${value})`)
  }
}

/** `criminal-or-civil-law` as a title, where nobody named the subject. */
function toTitleFromSlug(slug: string): string {
  const words = slug.replaceAll(/[-_]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function prepare(store: Store) {
  const columns = `subject, slug, path, title, title_key, description, date, author, author_name, subject_name,
    canonical, no_index, same_key, answer, answer_breaks, details, version, summary_version`
  const places = '?, '.repeat(columns.split(',').length)
  const count = (table: string) =>
    store.prepare(`INSERT INTO ${table} VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET uses = uses + excluded.uses`)
  return {
    listDirs: store.prepare(selectDirs),
    listFiles: store.prepare('SELECT * FROM file WHERE dir = ?'),
    getFile: store.prepare('SELECT * FROM file WHERE dir = ? AND name = ?'),
    putFile: store.prepare('INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    removeFile: store.prepare('DELETE FROM file WHERE dir = ? AND name = ?'),
    pathOfAddress: store.prepare('SELECT path FROM question WHERE subject = ? AND slug = ?'),
    getQuestion: store.prepare(
      `SELECT id, subject, slug, title, no_index, summary_version, subject_name, author, author_name, details
       FROM question WHERE id = ?`,
    ),
    insertQuestion: store.prepare(
      `INSERT INTO question (${columns}, owner_id, id) VALUES (${places} ?, ?) ON CONFLICT (subject, slug) DO NOTHING`,
    ),
    updateQuestion: store.prepare(`UPDATE question SET (${columns}, owner_id) = (${places} ?) WHERE id = ?`),
    deleteQuestion: store.prepare('DELETE FROM question WHERE id = ?'),
    insertText: store.prepare('INSERT INTO question_text (rowid, title, keywords, answer) VALUES (?, ?, ?, ?)'),
    deleteText: store.prepare('DELETE FROM question_text WHERE rowid = ?'),
    countLink: store.prepare(
      'INSERT INTO inbound VALUES (?, ?) ON CONFLICT DO UPDATE SET links = links + excluded.links',
    ),
    countAuthor: count('author_name'),
    countSubject: count('subject_name'),
    touchKey: store.prepare('INSERT OR IGNORE INTO touched_key SELECT same_key FROM question WHERE id = ?'),
    touchAddress: store.prepare('INSERT OR IGNORE INTO touched_address VALUES (?, ?)'),
    putSubjectFile: store.prepare('INSERT OR REPLACE INTO subject_file VALUES (?, ?, ?, ?)'),
    removeSubjectFile: store.prepare('DELETE FROM subject_file WHERE slug = ?'),
    subjectFile: store.prepare('SELECT * FROM subject_file WHERE slug = ?'),
    getSubject: store.prepare('SELECT * FROM subject WHERE slug = ?'),
    putSubject: store.prepare('INSERT OR REPLACE INTO subject VALUES (?, ?, ?, ?)'),
    deleteSubject: store.prepare('DELETE FROM subject WHERE slug = ?'),
    mostUsedName: store.prepare(
      "SELECT name FROM subject_name WHERE slug = ? AND uses > 0 ORDER BY name = '', uses DESC, name LIMIT 1",
    ),
    setSequence: store.prepare(`UPDATE meta SET value = ? WHERE key = 'sequence'`),
  }
}
