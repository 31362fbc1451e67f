import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import { findDamage, isDamageError, isDiskError } from '../schema/damage'
import { getMeta, getRow, isCurrent, type Store } from '../schema/open'
import { createIndexes, createTables, storeVersion } from '../schema/tables'
import { isForeign, toLockFile } from './foreign-file'
import { expectFilling } from './text-index'

/**
 * How far a compile trusts an existing store: as it is, after checking each of its pages, or not at all, so that it is
 * rebuilt from the files.
 */
export type Trust = 'given' | 'checked' | 'nothing'

/** How long a compile waits for another one to finish, in milliseconds. */
const patience = 600_000

/** How long a published compile waits for readers, in milliseconds; reading a page takes a few. */
const readersPatience = 1_000

/**
 * Where one compile writes, and how its work becomes visible: atomically. An existing store is changed in one
 * transaction. A first one, or one of another version or schema, is written to a new file that then replaces it: much
 * faster, since nobody reads it meanwhile. After a crash readers see the last good library, and the next compile removes
 * the leftovers.
 */
export class Publication {
  readonly store: Store
  /** Whether the store is being rebuilt: it is empty, and has its indexes only once `publish` is called. */
  readonly fresh: boolean
  private readonly lock: Store
  private readonly newFile: string

  constructor(
    private readonly file: string,
    private readonly schemaHash: string,
    private readonly trust: Trust = 'given',
  ) {
    mkdirSync(path.dirname(file), { recursive: true })
    if (isForeign(file))
      throw new Error(
        `${file} is not a content store, and is left as it is. Set CONTENT_DB or --db to another path, or remove it.`,
      )
    this.newFile = `${file}.new`
    // The operating system releases this lock however the process ends.
    this.lock = new Database(toLockFile(file), { timeout: patience })
    this.lock.exec('BEGIN EXCLUSIVE')
    try {
      removeStore(this.newFile)
      const present = this.openPresent()
      this.fresh = present === undefined
      this.store = present ?? this.createNew()
      // Otherwise temporary tables and sorts are held in memory: gigabytes for a million questions.
      this.store.pragma('temp_store = FILE')
      this.store.exec('BEGIN IMMEDIATE')
    } catch (error) {
      this.release()
      throw error
    }
  }

  /** Makes the work visible. In a fresh store, creates the indexes first, then runs `settle`, which needs them. */
  publish(settle: (store: Store) => void, waitForReaders = readersPatience) {
    if (this.fresh) this.store.exec(createIndexes)
    settle(this.store)
    this.store.exec('COMMIT')
    if (this.fresh) this.store.pragma('journal_mode = WAL')
    else this.emptyLog(waitForReaders)
    this.store.close()
    if (this.fresh) this.replace()
    this.release()
  }

  /** Leaves the library as it was before this compile. */
  discard() {
    // A full disk has already rolled the transaction back.
    if (this.store.inTransaction) this.store.exec('ROLLBACK')
    this.store.close()
    removeStore(this.newFile)
    this.release()
  }

  /** The existing store, if it can be updated in place; logs why if it cannot. */
  private openPresent(): Store | undefined {
    if (this.trust === 'nothing' || !existsSync(this.file)) return undefined
    const damage = findDamage(this.file)
    if (damage) return this.refuse(`is damaged: ${damage}`)
    const store = new Database(this.file, { timeout: patience })
    try {
      store.pragma('synchronous = NORMAL')
      store.pragma('cache_size = -32768')
      const isSame = isCurrent(store) && getMeta(store, 'schemaHash') === this.schemaHash
      if (isSame && (this.trust === 'given' || isSound(store))) return store
      store.close()
      return this.refuse(isSame ? 'is damaged' : 'was made by another version of the site')
    } catch (error) {
      store.close()
      if (!isDamageError(error)) throw error
      return this.refuse(`is damaged: ${(error as Error).message}`)
    }
  }

  private refuse(reason: string): undefined {
    console.error(`The content store at ${this.file} ${reason}. Rebuilding it from the files.`)
  }

  /** Without a journal: until it replaces the store, losing it costs nothing. */
  private createNew(): Store {
    const store = new Database(this.newFile)
    store.pragma('journal_mode = OFF')
    store.pragma('synchronous = OFF')
    store.pragma('cache_size = -32768')
    store.exec(createTables)
    expectFilling(store)
    const setMeta = store.prepare('INSERT INTO meta (key, value) VALUES (?, ?)')
    // A compile's number is a time, so a store that replaces another one is newer than anything the old one published.
    const sequence = Date.now()
    const storeId = randomUUID()
    for (const [key, value] of Object.entries({ storeVersion, schemaHash: this.schemaHash, sequence, storeId })) {
      setMeta.run(key, value)
    }
    return store
  }

  /**
   * Empties the log, so that between compiles the file alone is the library and can be copied or replaced. Waits for current
   * readers, up to a limit. If one reads for longer, or the file cannot grow because the disk is full, the next compile
   * empties the log. Either way its contents are published.
   */
  private emptyLog(waitForReaders: number) {
    this.store.pragma(`busy_timeout = ${waitForReaders}`)
    try {
      this.store.pragma('wal_checkpoint(TRUNCATE)')
    } catch (error) {
      if (!isDiskError(error)) throw error
    }
  }

  /**
   * A write-ahead log belongs to the file next to it, so the old one must be deleted before the new file is moved
   * there.
   */
  private replace() {
    if (this.trust !== 'nothing' && existsSync(this.file)) this.finishOld()
    for (const suffix of ['-wal', '-shm']) rmSync(this.file + suffix, { force: true })
    renameSync(this.newFile, this.file)
    for (const suffix of ['-wal', '-shm']) rmSync(this.newFile + suffix, { force: true })
  }

  /** Otherwise a crash right after the old store's log was deleted would lose what the log held. */
  private finishOld() {
    const old = new Database(this.file, { timeout: patience })
    try {
      old.pragma('wal_checkpoint(TRUNCATE)')
    } catch (error) {
      if (!isDamageError(error)) throw error
    } finally {
      old.close()
    }
  }

  private release() {
    this.lock.exec('ROLLBACK')
    this.lock.close()
  }
}

/** Whether each page of a store is as SQLite wrote it. Reads the whole store. */
const isSound = (store: Store) =>
  getRow<{ quick_check: string }>(store.prepare('PRAGMA quick_check(1)'))?.quick_check === 'ok'

function removeStore(file: string) {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true })
}
