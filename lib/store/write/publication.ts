import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import { findDamage, isDamageError } from '../schema/damage'
import { getMeta, getRow, isCurrent, type Store } from '../schema/open'
import { createIndexes, createTables, storeVersion } from '../schema/tables'
import { expectFilling } from './text-index'

/**
 * What a compile takes of a store that is there: what it finds in it, the same after a look at each of its pages, or
 * nothing, so that it is rebuilt from the files.
 */
export type Trust = 'given' | 'checked' | 'nothing'

/** How long a compile waits for another one to finish, in milliseconds. */
const patience = 600_000

/**
 * Where one compile writes, and how its work becomes visible: all at once, or not at all. An existing store is changed
 * in one transaction. A first one, or one of another version or schema, is made as a new file that then takes the
 * store's place: much quicker, since nobody reads it meanwhile. After a crash readers see the last good library, and
 * what was left over is removed by the next compile.
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
    this.newFile = `${file}.new`
    // The system lets go of this lock however the process ends.
    this.lock = new Database(`${file}.lock`, { timeout: patience })
    this.lock.exec('BEGIN EXCLUSIVE')
    try {
      removeStore(this.newFile)
      const present = this.openPresent()
      this.fresh = present === undefined
      this.store = present ?? this.createNew()
      // Else everything temporary, and whatever is sorted, is held in memory: gigabytes for a million questions.
      this.store.pragma('temp_store = FILE')
      this.store.exec('BEGIN IMMEDIATE')
    } catch (error) {
      this.release()
      throw error
    }
  }

  /** Makes the work visible. In a fresh store this is the moment when indexes are made: put `settle` after them. */
  publish(settle: (store: Store) => void) {
    if (this.fresh) this.store.exec(createIndexes)
    settle(this.store)
    this.store.exec('COMMIT')
    if (this.fresh) this.store.pragma('journal_mode = WAL')
    else this.emptyLog()
    this.store.close()
    if (this.fresh) this.replace()
    this.release()
  }

  /** Leaves the library as it was before this compile. */
  discard() {
    // A full disk ends the transaction by itself.
    if (this.store.inTransaction) this.store.exec('ROLLBACK')
    this.store.close()
    removeStore(this.newFile)
    this.release()
  }

  /** The store that is there, if it can be changed as it is; says why where it was made by a compile and cannot. */
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
    console.error(`The content store at ${this.file} ${reason}. It is rebuilt from the files.`)
  }

  /** Without a journal: until it takes the store's place, losing it costs nothing. */
  private createNew(): Store {
    const store = new Database(this.newFile)
    store.pragma('journal_mode = OFF')
    store.pragma('synchronous = OFF')
    store.pragma('cache_size = -32768')
    store.exec(createTables)
    expectFilling(store)
    const setMeta = store.prepare('INSERT INTO meta (key, value) VALUES (?, ?)')
    // The number of the last compile is a time: a store that replaces another one is newer than all it had published.
    const sequence = Date.now()
    const storeId = randomUUID()
    for (const [key, value] of Object.entries({ storeVersion, schemaHash: this.schemaHash, sequence, storeId })) {
      setMeta.run(key, value)
    }
    return store
  }

  /**
   * Between compiles the file alone is the library, so that a copy of it can be taken, and put in its place. Where
   * somebody reads this very moment, the next compile does it.
   */
  private emptyLog() {
    this.store.pragma('busy_timeout = 0')
    this.store.pragma('wal_checkpoint(TRUNCATE)')
  }

  /** A write-ahead log belongs to the file beside which it lies, so the old one must be gone before the new file comes. */
  private replace() {
    if (this.trust !== 'nothing' && existsSync(this.file)) this.finishOld()
    for (const suffix of ['-wal', '-shm']) rmSync(this.file + suffix, { force: true })
    renameSync(this.newFile, this.file)
    for (const suffix of ['-wal', '-shm']) rmSync(this.newFile + suffix, { force: true })
  }

  /** Else a crash right after its log was removed would leave the old store without what stood there. */
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

/** Whether each page of a store is as SQLite wrote it: as much work as the store is large. */
const isSound = (store: Store) =>
  getRow<{ quick_check: string }>(store.prepare('PRAGMA quick_check(1)'))?.quick_check === 'ok'

function removeStore(file: string) {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true })
}
