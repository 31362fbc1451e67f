import path from 'node:path'
import type Database from 'libsql'
import { hashAddress } from '@/lib/core/address-hash'
import type { QuestionKey } from '@/lib/core/types'
import { getRow, listRows, type Store } from '@/lib/store/schema/open'
import type { ComparedHeading, ComparedWords } from '../library/compared-words'
import { openCheckIndex } from './open-check-index'

/** The state of a file on disk when it was last read; times in milliseconds since 1970. */
export type SeenState = { size: number; mtime: number; ctime: number; inode: number; read_at: number; hash: string }

/** When a folder was last changed, and when it was read. */
export type SeenFolder = Pick<SeenState, 'mtime' | 'ctime' | 'read_at'>

/** A file in the index. `facts` and `findings` are JSON; subject and slug are null if it could not be read. */
export type IndexedFile = SeenState & {
  id: number
  dir: string
  name: string
  subject: string | null
  slug: string | null
  facts: string
  findings: string
  minhash: string | null
}

/** What a file is found by, besides its path. `titleIdentity` is empty if it must not be compared with others. */
export type IndexKeys = Partial<QuestionKey> & {
  titleIdentity: string
  number: number | undefined
  aliases: string[]
  links: string[]
  removed: string[]
  bands: number[]
  stems: string[]
  descriptions: string[]
  authors: string[]
  minhash: string | undefined
  compared: ComparedWords | undefined
}

/** How many files with the same title, name or number are considered; more that share a band or a word. */
const most = 20

/** How many files with a word in their titles are considered. */
export const mostByStem = 100

/** How many authors are compared. */
const mostAuthors = 1_000

const keyTables = [
  ['alias', 'address'],
  ['link', 'address'],
  ['removed_address', 'address'],
  ['band', 'band'],
  ['stem', 'stem'],
  ['description', 'description'],
  ['author', 'author'],
] as const

/**
 * The index of `npm run check`, a file of its own beside the store. For every content file it holds the findings that
 * need no other file, and the keys by which it is found when others are checked. `version` identifies the rules; an
 * index of another version is rebuilt. Losing it costs only time.
 */
export class CheckIndex {
  readonly fresh: boolean
  private readonly store: Store
  private readonly sql: ReturnType<typeof prepare>

  constructor(
    file: string,
    private readonly version: string,
  ) {
    const { store, fresh } = openCheckIndex(file, version)
    this.fresh = fresh
    this.store = store
    this.store.exec('BEGIN IMMEDIATE')
    this.sql = prepare(this.store)
  }

  /** Commits what was put and removed. */
  close() {
    if (this.fresh) this.sql.putVersion.run(this.version)
    this.store.exec('COMMIT')
    this.store.close()
  }

  getFolder = (dir: string) => getRow<SeenFolder>(this.sql.getFolder, dir)
  putFolder = (dir: string, { mtime, ctime, read_at }: SeenFolder) =>
    void this.sql.putFolder.run(dir, mtime, ctime, read_at)
  listFolders = () => listRows<{ dir: string }>(this.sql.listFolders).map(({ dir }) => dir)
  /** The known subfolders of a folder, one level deep. */
  listFoldersIn = (dir: string) =>
    listRows<{ dir: string }>(this.sql.listFoldersBelow, dir).flatMap((folder) =>
      path.posix.dirname(folder.dir) === dir ? folder.dir : [],
    )
  removeFolder = (dir: string) => void this.sql.removeFolder.run(dir)

  /** The states of a folder's files. */
  listStates = (dir: string) => listRows<SeenState & { id: number; name: string }>(this.sql.listStates, dir)
  getFile = (dir: string, name: string) => getRow<IndexedFile>(this.sql.getFile, dir, name)
  getById = (id: number) => getRow<IndexedFile>(this.sql.getById, id)

  putFile(dir: string, name: string, state: SeenState, keys: IndexKeys, facts: string, findings: string) {
    this.removeFile(dir, name)
    const { size, mtime, ctime, inode, read_at, hash } = state
    const { subject = null, slug = null, titleIdentity, number = null, minhash = null } = keys
    const title = titleIdentity === '' ? null : hashAddress(titleIdentity)
    const found = [subject, slug, title, number, facts, findings, minhash]
    const hashed = [
      keys.aliases.map(hashAddress),
      keys.links.map(hashAddress),
      keys.removed.map(hashAddress),
      keys.bands,
      keys.stems.map(hashAddress),
      keys.descriptions.map(hashAddress),
      keys.authors,
    ]
    const seen = [size, mtime, ctime, inode, read_at, hash]
    const { lastInsertRowid: id } = this.sql.putFile.run(dir, name, ...seen, ...found, JSON.stringify(hashed))
    for (const [index, list] of hashed.entries()) {
      for (const key of list) this.sql.putKeys[index]?.run(key, id)
    }
    if (!keys.compared) return
    const { subject: among, title: titleWords, keywords, answer } = keys.compared
    this.sql.putCompared.run(id, among, titleWords, keywords, answer)
  }

  /** The files of a folder, ordered by name, read in batches. */
  *listFiles(dir: string): Generator<IndexedFile> {
    let last = ''
    for (let rows = listRows<IndexedFile>(this.sql.listFiles, dir, last); rows.length > 0; ) {
      yield* rows
      last = (rows.at(-1) as IndexedFile).name
      rows = listRows<IndexedFile>(this.sql.listFiles, dir, last)
    }
  }

  /** Stores the new state on disk of a file whose content has not changed. */
  touchFile(id: number, { size, mtime, ctime, inode, read_at }: SeenState) {
    this.sql.touchFile.run(size, mtime, ctime, inode, read_at, id)
  }

  removeFile(dir: string, name: string) {
    const file = getRow<{ id: number; keys: string }>(this.sql.getKeys, dir, name)
    if (!file) return
    for (const [index, list] of (JSON.parse(file.keys) as (number | string)[][]).entries()) {
      for (const key of list) this.sql.removeKeys[index]?.run(key, file.id)
    }
    this.sql.removeCompared.run(file.id)
    this.sql.removeFile.run(file.id)
  }

  /** Files by their keys, without the one with the id `but`. */
  listByKey = ({ subject, slug }: QuestionKey, but = 0) => this.listIds(this.sql.byKey, slug, subject, but)
  listBySlug = (slug: string, but = 0) => this.listIds(this.sql.bySlug, slug, but)
  listByTitle = (titleIdentity: string, but = 0) => this.listIds(this.sql.byTitle, hashAddress(titleIdentity), but)
  listByNumber = (number: number, but = 0) => this.listIds(this.sql.byNumber, number, but)
  listByDescription = (identity: string, but = 0) => this.listIds(this.sql.byDescription, hashAddress(identity), but)
  listByAlias = (address: string, but = 0) => this.listIds(this.sql.byAlias, hashAddress(address), but)
  listByBands = (bands: readonly number[], but = 0) => this.listIds(this.sql.byBands, JSON.stringify(bands), but)
  /** The first files whose titles have a stem, at most `mostByStem`. */
  listByStem = (stem: string, but = 0) => this.listIds(this.sql.byStem, hashAddress(stem), but)
  /** What questions are compared by. */
  listCompared = (ids: readonly number[]) =>
    listRows<ComparedHeading & { id: number; path: string }>(this.sql.listCompared, JSON.stringify(ids))
  getCompared = (id: number) => getRow<ComparedWords>(this.sql.getCompared, id)
  listByRemoved = (address: string) => this.listIds(this.sql.byRemoved, hashAddress(address))
  /** All files that may name an address: by its hash. */
  listByLink = (address: string) => this.listIds(this.sql.byLink, hashAddress(address))

  /** The first authors, at most `mostAuthors`, with the number of their files, counted up to a hundred. */
  listAuthors(): { author: string; count: number }[] {
    const authors: { author: string; count: number }[] = []
    for (let last = ''; authors.length < mostAuthors; ) {
      const author = getRow<{ author: string }>(this.sql.nextAuthor, last)?.author
      if (author === undefined) break
      authors.push({ author, count: getRow<{ count: number }>(this.sql.countByAuthor, author)?.count ?? 0 })
      last = author
    }
    return authors
  }

  private listIds(statement: Database.Statement, ...keys: unknown[]): number[] {
    const ids = getRow<{ ids: string | null }>(statement, ...keys)?.ids
    return ids ? ids.split(',').map(Number) : []
  }
}

function prepare(store: Store) {
  // All ids concatenated: one row for each would be ten times slower.
  const ids = (select: string, limit: number) =>
    store.prepare(`SELECT group_concat(id) AS ids FROM (${select} LIMIT ${limit})`)
  const columns = 'id, dir, name, size, mtime, ctime, inode, read_at, hash, subject, slug, facts, findings, minhash'
  return {
    putVersion: store.prepare("INSERT INTO meta VALUES ('version', ?)"),
    getFolder: store.prepare('SELECT mtime, ctime, read_at FROM folder WHERE dir = ?'),
    putFolder: store.prepare('INSERT OR REPLACE INTO folder VALUES (?, ?, ?, ?)'),
    listFolders: store.prepare('SELECT dir FROM folder ORDER BY dir'),
    // “0” is the character after “/”.
    listFoldersBelow: store.prepare("SELECT dir FROM folder WHERE dir > ?1 || '/' AND dir < ?1 || '0' ORDER BY dir"),
    removeFolder: store.prepare('DELETE FROM folder WHERE dir = ?'),
    listStates: store.prepare('SELECT id, name, size, mtime, ctime, inode, read_at, hash FROM file WHERE dir = ?'),
    getFile: store.prepare(`SELECT ${columns} FROM file WHERE dir = ? AND name = ?`),
    getById: store.prepare(`SELECT ${columns} FROM file WHERE id = ?`),
    listFiles: store.prepare(`SELECT ${columns} FROM file WHERE dir = ? AND name > ? ORDER BY name LIMIT 200`),
    getKeys: store.prepare('SELECT id, keys FROM file WHERE dir = ? AND name = ?'),
    putFile: store.prepare(
      `INSERT INTO file (dir, name, size, mtime, ctime, inode, read_at, hash, subject, slug, title, number, facts, findings,
        minhash, keys) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    touchFile: store.prepare('UPDATE file SET size = ?, mtime = ?, ctime = ?, inode = ?, read_at = ? WHERE id = ?'),
    removeFile: store.prepare('DELETE FROM file WHERE id = ?'),
    putKeys: keyTables.map(([table]) => store.prepare(`INSERT OR IGNORE INTO ${table} VALUES (?, ?)`)),
    removeKeys: keyTables.map(([table, key]) => store.prepare(`DELETE FROM ${table} WHERE ${key} = ? AND file = ?`)),
    putCompared: store.prepare('INSERT INTO compared VALUES (?, ?, ?, ?, ?)'),
    removeCompared: store.prepare('DELETE FROM compared WHERE file = ?'),
    getCompared: store.prepare('SELECT subject, title, keywords, answer FROM compared WHERE file = ?'),
    listCompared: store.prepare(`SELECT c.file AS id, f.dir || '/' || f.name AS path, c.subject, c.title, c.keywords
      FROM json_each(?) wanted JOIN compared c ON c.file = wanted.value JOIN file f ON f.id = c.file`),
    byKey: ids('SELECT id FROM file WHERE slug = ? AND subject = ? AND id <> ? ORDER BY dir, name', most),
    bySlug: ids('SELECT id FROM file WHERE slug = ? AND id <> ? ORDER BY dir, name', most),
    byTitle: ids('SELECT id FROM file WHERE title = ? AND id <> ? ORDER BY dir, name', most),
    byNumber: ids('SELECT id FROM file WHERE number = ? AND id <> ? ORDER BY dir, name', most),
    byDescription: ids('SELECT file AS id FROM description WHERE description = ? AND file <> ?', most),
    nextAuthor: store.prepare('SELECT author FROM author WHERE author > ? ORDER BY author LIMIT 1'),
    countByAuthor: store.prepare(
      `SELECT count(*) AS count FROM (SELECT 1 FROM author WHERE author = ? LIMIT ${mostByStem})`,
    ),
    byAlias: ids('SELECT file AS id FROM alias WHERE address = ? AND file <> ?', most),
    byBands: ids(
      'SELECT DISTINCT band.file AS id FROM json_each(?) AS wanted JOIN band ON band.band = wanted.value AND file <> ?',
      10 * most,
    ),
    byStem: ids('SELECT file AS id FROM stem WHERE stem = ? AND file <> ?', mostByStem),
    byRemoved: ids('SELECT file AS id FROM removed_address WHERE address = ?', 1),
    byLink: ids('SELECT file AS id FROM link WHERE address = ?', -1),
  }
}
