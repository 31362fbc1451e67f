import path from 'node:path'
import type Database from 'libsql'
import { hashAddress } from '@/lib/core/address-hash'
import type { QuestionKey } from '@/lib/core/types'
import { getRow, listRows, type Store } from '@/lib/store/schema/open'
import type { ComparedHeading, ComparedWords } from '../library/compared-words'
import { openCheckIndex } from './open-check-index'
import { prepareStatements, type SharedKind } from './statements'

/** The state of a file on disk when it was last read; times in milliseconds since 1970. */
export type SeenState = { size: number; mtime: number; ctime: number; inode: number; read_at: number; hash: string }

/** When a folder was last changed, and when it was read. */
export type SeenFolder = Pick<SeenState, 'mtime' | 'ctime' | 'read_at'>

/** What the check of other files needs to know of a file. `facts` is JSON; subject and slug are null if unreadable. */
export type KnownFile = SeenState & {
  id: number
  dir: string
  name: string
  subject: string | null
  slug: string | null
  facts: string
  minhash: string | null
}

/** What the check of a question needs to know of those that it names by address; `noIndex` is 0 or 1. */
export type NamedQuestion = Omit<SeenState, 'hash'> & {
  id: number
  dir: string
  name: string
  title: string
  noIndex: number
}

/** A file in the index. `findings` is JSON. */
export type IndexedFile = KnownFile & { findings: string }

/** The keys by which a file is found, besides its path. `titleIdentity` is empty if it must not be compared. */
export type IndexKeys = Partial<QuestionKey> & {
  titleIdentity: string
  title: string | undefined
  noIndex: boolean
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

/** How many authors are compared. */
const maxAuthors = 1_000

/**
 * The index of `npm run check`, a file of its own beside the store. For every content file it holds the findings that
 * need no other file, and the keys by which it is found when others are checked. `version` identifies the rules; an
 * index of another version is rebuilt. Losing it costs only time.
 */
export class CheckIndex {
  readonly fresh: boolean
  private readonly store: Store
  private readonly sql: ReturnType<typeof prepareStatements>
  private shared: Map<SharedKind, Set<number | string>> | undefined

  constructor(
    file: string,
    private readonly version: string,
  ) {
    const { store, fresh } = openCheckIndex(file, version)
    this.fresh = fresh
    this.store = store
    this.store.exec('BEGIN IMMEDIATE')
    this.sql = prepareStatements(this.store)
  }

  /** Commits all changes. */
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
  getKnown = (id: number) => getRow<KnownFile>(this.sql.getKnown, id)
  /** What is needed of the first file with a key if another question names it. */
  getNamed = ({ subject, slug }: QuestionKey) => getRow<NamedQuestion>(this.sql.getNamed, slug, subject)
  /** The first file with a key. */
  getByKey = ({ subject, slug }: QuestionKey) => getRow<KnownFile>(this.sql.getByKey, slug, subject)

  putFile(dir: string, name: string, state: SeenState, keys: IndexKeys, facts: string, findings: string) {
    this.removeFile(dir, name)
    const { size, mtime, ctime, inode, read_at, hash } = state
    const { subject = null, slug = null, titleIdentity, number = null, minhash = null, title: heading = null } = keys
    const title = titleIdentity === '' ? null : hashAddress(titleIdentity)
    const found = [subject, slug, title, number, heading, Number(keys.noIndex), facts, minhash, findings]
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

  /** Files by their keys; with `but`, without the one that has this id. */
  listByKey = ({ subject, slug }: QuestionKey, but = 0) =>
    this.mayBeShared('address', `${slug}/${subject}`, but) ? this.listIds(this.sql.byKey, slug, subject, but) : []
  listBySlug = (slug: string) => this.listIds(this.sql.bySlug, slug)
  listByTitle = (titleIdentity: string, but = 0) => this.listSharing('title', hashAddress(titleIdentity), but)
  listByNumber = (number: number, but: number) => this.listSharing('number', number, but)
  listByDescription = (identity: string, but: number) => this.listSharing('description', hashAddress(identity), but)
  listByAlias = (address: string) => this.listIds(this.sql.byAlias, hashAddress(address))
  listByBands(bands: readonly number[], but: number) {
    const shared = bands.filter((band) => this.mayBeShared('band', band, but))
    return shared.length > 0 ? this.listIds(this.sql.byBands, JSON.stringify(shared), but) : []
  }
  /** The first files whose titles have a stem: `maxPerStem`, and one more. */
  listByStem = (stem: string) => this.listIds(this.sql.byStem, hashAddress(stem))
  /** What similarity is computed from. */
  listCompared = (ids: readonly number[]) =>
    listRows<ComparedHeading & { id: number; path: string }>(this.sql.listCompared, JSON.stringify(ids))
  getCompared = (id: number) => getRow<ComparedHeading>(this.sql.getCompared, id)
  /** The stems of an answer's meaningful words, each between spaces. */
  getAnswerStems = (id: number) => getRow<{ answer: string }>(this.sql.getAnswerStems, id)?.answer ?? ''
  listByRemoved = (address: string) => this.listIds(this.sql.byRemoved, hashAddress(address))
  /** All files that may name an address, by its hash. */
  listByLink = (address: string) => this.listIds(this.sql.byLink, hashAddress(address))

  /** The first authors, at most `maxAuthors`, with the number of their files, counted up to a hundred. */
  listAuthors(): { author: string; count: number }[] {
    const authors: { author: string; count: number }[] = []
    for (let last = ''; authors.length < maxAuthors; ) {
      const author = getRow<{ author: string }>(this.sql.nextAuthor, last)?.author
      if (author === undefined) break
      authors.push({ author, count: getRow<{ count: number }>(this.sql.countByAuthor, author)?.count ?? 0 })
      last = author
    }
    return authors
  }

  /** Call this when no more files will be put: keys that only one file has are then remembered, and not looked up. */
  settle() {
    this.shared = new Map()
  }

  private listSharing(kind: 'title' | 'number' | 'description', key: number, but: number): number[] {
    return this.mayBeShared(kind, key, but) ? this.listIds(this.sql[kind], key, but) : []
  }

  /** Whether files other than the one with the id `but` may have a key. Few keys are shared, even among many files. */
  private mayBeShared(kind: SharedKind, key: number | string, but: number): boolean {
    if (but === 0 || !this.shared) return true
    let keys = this.shared.get(kind)
    if (!keys) {
      keys = new Set(listRows<{ key: number | string }>(this.sql.listShared[kind]).map(({ key }) => key))
      this.shared.set(kind, keys)
    }
    return keys.has(key)
  }

  private listIds(statement: Database.Statement, ...keys: unknown[]): number[] {
    const ids = getRow<{ ids: string | null }>(statement, ...keys)?.ids
    return ids ? ids.split(',').map(Number) : []
  }
}
