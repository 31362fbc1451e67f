import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { hashNow, type JournalEntry, journalFile, journalFolder, originFile, toOrigin, toTarget } from './journal'
import { toHash } from './read-file'
import type { FileWrite } from './write-files'

/** A journal being written: before `commit` no file changes, and after it all changes are certain to be made. */
export class JournalDraft {
  private readonly folder: string
  private readonly file: number
  /** The hash of each file before its change, by its path; null if it did not exist. */
  private readonly before = new Map<string, string | null>()
  private readonly removals: JournalEntry[] = []

  constructor(private readonly contentDir: string) {
    removeAbandoned(contentDir)
    this.folder = path.join(contentDir, `${journalFolder}.${process.pid}`)
    mkdirSync(this.folder, { recursive: true })
    this.file = openSync(path.join(this.folder, path.basename(journalFile)), 'w')
  }

  add({ path: file, before, after }: FileWrite) {
    const entry = { path: file, before: before ? toHash(before) : null, after: after ? after.toString('base64') : null }
    toTarget(this.contentDir, file)
    if (this.before.has(file)) throw new Error(`${file} would be changed twice.`)
    this.before.set(file, entry.before)
    if (after === undefined) this.removals.push(entry)
    else this.write(entry)
  }

  /**
   * Publishes the journal atomically; throws, without changing a file, if its changes cannot be made. Returns how many
   * there are.
   */
  commit(): number {
    for (const entry of this.removals) this.write(entry)
    fsyncSync(this.file)
    this.writeOrigin()
    const folders = new Set<string>()
    for (const [file, hash] of this.before) {
      const target = path.join(this.contentDir, file)
      if (hashNow(target) !== hash)
        throw new Error(`${file} was changed in the meantime. Nothing was written: try again.`)
      folders.add(path.dirname(target))
    }
    for (const folder of folders) this.refuseUnwritable(folder)
    if (this.before.size > 0) this.publish()
    return this.before.size
  }

  discard() {
    closeSync(this.file)
    rmSync(this.folder, { recursive: true, force: true })
  }

  private write(entry: JournalEntry) {
    writeFileSync(this.file, `${JSON.stringify(entry)}\n`)
  }

  private writeOrigin() {
    const origin = openSync(path.join(this.folder, path.basename(originFile)), 'w')
    writeFileSync(origin, toOrigin(fstatSync(this.file)))
    fsyncSync(origin)
    closeSync(origin)
  }

  private refuseUnwritable(folder: string) {
    if (!existsSync(folder)) return
    accessSync(folder, constants.W_OK)
    if (statSync(folder).dev !== statSync(this.contentDir).dev)
      throw new Error(`${folder} is not on the same disk as ${this.contentDir}, so files there cannot be replaced.`)
  }

  /** Renaming a folder can replace an empty one, but never another journal. */
  private publish() {
    try {
      renameSync(this.folder, path.join(this.contentDir, journalFolder))
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'EPERM') throw error
      throw new Error('Another command is changing the content. Nothing was written: try again.')
    }
    const parent = openSync(this.contentDir, 'r')
    fsyncSync(parent)
    closeSync(parent)
  }
}

/** Removes the drafts of processes that were killed. */
function removeAbandoned(contentDir: string) {
  for (const name of readdirSync(contentDir)) {
    const pid = name.startsWith(`${journalFolder}.`) ? Number(name.slice(journalFolder.length + 1)) : 0
    if (pid > 0 && !isRunning(pid)) rmSync(path.join(contentDir, name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
