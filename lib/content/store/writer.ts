import { createHash } from 'node:crypto'
import type { Stats } from 'node:fs'
import { parseQuestionPath, toQuestionPath } from '@/lib/routes'
import { toSlug, toTitleKey } from '../names'
import type { QuestionKey, QuestionRecord, SubjectRecord } from '../types'
import { createStore, getMeta, getRow, isCurrent, listRows, openStoreToWrite, type Store } from './open'
import { settleOwners } from './owners'

/** What the compiler remembers of a file. Times in milliseconds since 1970. */
export type FileState = { size: number; mtime: number; ctime: number; inode: number; read_at: number; hash: string }

type StoredQuestion = {
  id: number
  subject: string
  slug: string
  subject_name: string | null
  author: string
  author_name: string
  no_index: number
  same_key: string
  details: string
}

/**
 * One compile's transaction: opened at once, so that a second compile waits for the first and then sees its work,
 * and published whole by `commit`. Until then, and after a crash, readers see the last good library.
 */
export class StoreWriter {
  private readonly store: Store
  private readonly version: number
  private readonly subjects = new Set<string>()
  private readonly sql: ReturnType<typeof prepare>
  private changed = false
  private lastId: number

  constructor(file: string, schemaHash: string) {
    this.store = openStoreToWrite(file)
    this.store.exec('BEGIN IMMEDIATE')
    if (!isCurrent(this.store) || getMeta(this.store, 'schemaHash') !== schemaHash) {
      createStore(this.store)
      this.store.prepare('INSERT INTO meta (key, value) VALUES (?, ?)').run('schemaHash', schemaHash)
      this.changed = true
    }
    this.store.exec(`
      CREATE TEMP TABLE touched_key (same_key TEXT PRIMARY KEY) WITHOUT ROWID;
      CREATE TEMP TABLE touched_address (subject TEXT, slug TEXT, PRIMARY KEY (subject, slug)) WITHOUT ROWID;
    `)
    this.version = Number(getMeta(this.store, 'sequence')) + 1
    this.sql = prepare(this.store)
    this.lastId = getRow<{ id: number }>(this.store.prepare('SELECT coalesce(max(id), 0) AS id FROM question'))?.id ?? 0
  }

  /** The folders that hold known files. */
  listDirs(): string[] {
    return listRows<{ dir: string }>(this.sql.listDirs).map((row) => row.dir)
  }

  /** The known files of one folder, by name. */
  listFiles(dir: string): Map<string, FileState> {
    return new Map(listRows<FileState & { name: string }>(this.sql.listFiles, dir).map((row) => [row.name, row]))
  }

  putFile(dir: string, name: string, stats: Stats, readAt: number, hash: string) {
    this.sql.putFile.run(dir, name, stats.size, stats.mtimeMs, stats.ctimeMs, stats.ino, readAt, hash)
  }

  removeFile(dir: string, name: string) {
    this.sql.removeFile.run(dir, name)
    if (dir === 'subjects') this.removeSubject(name.replace(/\.yml$/, ''))
    else this.removeQuestion(`${dir}/${name}`)
  }

  /** Stores a question; gives the path of another file that has its address, in which case nothing is stored. */
  putQuestion(record: QuestionRecord, path: string): string | undefined {
    const twin = getRow<{ path: string }>(this.sql.pathOfAddress, record.subject, record.slug)
    if (twin && twin.path !== path) return twin.path
    const old = getRow<StoredQuestion>(this.sql.questionOfPath, path)
    if (old) this.forget(old)
    const id = old?.id ?? ++this.lastId
    const values = this.toColumns(record, path)
    if (old) this.sql.updateQuestion.run(...values, id, id)
    else this.sql.insertQuestion.run(...values, id, id)
    this.remember(id, record)
    return undefined
  }

  removeQuestion(path: string) {
    const old = getRow<StoredQuestion>(this.sql.questionOfPath, path)
    if (!old) return
    this.forget(old)
    this.sql.deleteQuestion.run(old.id)
  }

  putSubject(record: SubjectRecord) {
    this.sql.putSubjectFile.run(record.subject, record.title, record.description ?? null, record.order ?? null)
    this.touchSubject(record.subject)
  }

  private removeSubject(slug: string) {
    this.sql.removeSubjectFile.run(slug)
    this.touchSubject(slug)
  }

  /** Makes everything that was put visible to readers at once. */
  commit() {
    if (this.changed) {
      settleOwners(this.store, this.version)
      for (const slug of this.subjects) this.settleSubject(slug)
      this.sql.setSequence.run(this.version)
    }
    this.store.exec('COMMIT')
    this.store.close()
  }

  /** Leaves the library as it was before this compile. */
  rollback() {
    this.store.exec('ROLLBACK')
    this.store.close()
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
      this.version,
    ]
  }

  /** Adds a question to everything that is derived from it. */
  private remember(id: number, record: QuestionRecord) {
    const address = toQuestionPath(record.subject, record.slug)
    for (const target of linksOf(record.details.related, address)) this.countLink(target, 1)
    this.touch(id, record)
    this.sql.countAuthor.run(toSlug(record.author), record.author, 1)
    this.sql.countSubjectName.run(record.subject, record.subjectTitle ?? '', 1)
    this.touchSubject(record.subject)
    if (!record.noIndex) this.sql.insertText.run(id, record.title, record.details.keywords.join(' '), record.plainText)
  }

  /** Takes a question out of everything that is derived from it. */
  private forget(old: StoredQuestion) {
    const address = toQuestionPath(old.subject, old.slug)
    for (const target of linksOf(JSON.parse(old.details).related, address)) this.countLink(target, -1)
    this.touch(old.id, old)
    this.sql.countAuthor.run(old.author, old.author_name, -1)
    this.sql.countSubjectName.run(old.subject, old.subject_name ?? '', -1)
    this.touchSubject(old.subject)
    this.sql.deleteText.run(old.id)
  }

  private touch(id: number, { subject, slug }: QuestionKey) {
    this.changed = true
    this.sql.touchKey.run(id)
    this.sql.touchAddress.run(subject, slug)
  }

  private countLink(target: QuestionKey, change: number) {
    this.sql.countLink.run(toQuestionPath(target.subject, target.slug), change)
    this.sql.touchAddress.run(target.subject, target.slug)
  }

  private touchSubject(slug: string) {
    this.changed = true
    this.subjects.add(slug)
  }

  /** Brings a subject's row up to date: it bears the name that its own file, or else most of its questions, give it. */
  private settleSubject(slug: string) {
    const file = getRow<{ title: string; description: string | null; sort_order: number | null }>(
      this.sql.subjectFile,
      slug,
    )
    const used = getRow<{ name: string }>(this.sql.mostUsedName, slug)
    if (!used) {
      this.sql.deleteSubject.run(slug)
      return
    }
    const title = file?.title ?? (used.name || toTitleFromSlug(slug))
    this.sql.putSubject.run(slug, title, file?.description ?? null, file?.sort_order ?? null)
  }
}

/** The questions that one file names as related, each once, itself left out. */
function linksOf(related: readonly string[], address: string): QuestionKey[] {
  return [...new Set(related)]
    .filter((target) => target !== address)
    .flatMap((target) => parseQuestionPath(target) ?? [])
}

/** `criminal-or-civil-law` as a title, where nobody named the subject. */
function toTitleFromSlug(slug: string): string {
  const words = slug.replaceAll(/[-_]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function prepare(store: Store) {
  const columns = `subject, slug, path, title, title_key, description, date, author, author_name, subject_name,
    canonical, no_index, same_key, answer, answer_breaks, details, version`
  const count = columns.split(',').length
  const increase = (table: string) =>
    store.prepare(`INSERT INTO ${table} VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET uses = uses + excluded.uses`)
  return {
    listDirs: store.prepare('SELECT DISTINCT dir FROM file'),
    listFiles: store.prepare('SELECT * FROM file WHERE dir = ?'),
    putFile: store.prepare('INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?)'),
    removeFile: store.prepare('DELETE FROM file WHERE dir = ? AND name = ?'),
    pathOfAddress: store.prepare('SELECT path FROM question WHERE subject = ? AND slug = ?'),
    questionOfPath: store.prepare('SELECT * FROM question WHERE path = ?'),
    insertQuestion: store.prepare(
      `INSERT INTO question (${columns}, owner_id, id) VALUES (${'?, '.repeat(count)} ?, ?)`,
    ),
    updateQuestion: store.prepare(
      `UPDATE question SET (${columns}, owner_id) = (${'?, '.repeat(count)} ?) WHERE id = ?`,
    ),
    deleteQuestion: store.prepare('DELETE FROM question WHERE id = ?'),
    insertText: store.prepare('INSERT INTO question_text (rowid, title, keywords, answer) VALUES (?, ?, ?, ?)'),
    deleteText: store.prepare('DELETE FROM question_text WHERE rowid = ?'),
    countLink: store.prepare(
      'INSERT INTO inbound VALUES (?, ?) ON CONFLICT DO UPDATE SET links = links + excluded.links',
    ),
    countAuthor: increase('author_name'),
    countSubjectName: increase('subject_name'),
    touchKey: store.prepare('INSERT OR IGNORE INTO touched_key SELECT same_key FROM question WHERE id = ?'),
    touchAddress: store.prepare('INSERT OR IGNORE INTO touched_address VALUES (?, ?)'),
    putSubjectFile: store.prepare('INSERT OR REPLACE INTO subject_file VALUES (?, ?, ?, ?)'),
    removeSubjectFile: store.prepare('DELETE FROM subject_file WHERE slug = ?'),
    subjectFile: store.prepare('SELECT * FROM subject_file WHERE slug = ?'),
    putSubject: store.prepare('INSERT OR REPLACE INTO subject VALUES (?, ?, ?, ?)'),
    deleteSubject: store.prepare('DELETE FROM subject WHERE slug = ?'),
    mostUsedName: store.prepare(
      "SELECT name FROM subject_name WHERE slug = ? AND uses > 0 ORDER BY name = '', uses DESC, name LIMIT 1",
    ),
    setSequence: store.prepare(`UPDATE meta SET value = ? WHERE key = 'sequence'`),
  }
}
