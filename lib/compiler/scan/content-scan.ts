import type { Stats } from 'node:fs'
import path from 'node:path'
import type { FileRead, FileToRead } from '../source/read-file'
import { lookAt, type Refused, type WalkedFolder, walkContent } from '../source/walk'
import type { BatchOptions } from '../threads/batches'
import { Pipeline } from '../threads/pipeline'
import { isUntouched, type SeenFile } from './untouched'

/** A file that may have changed: its state now, and its known state. */
export type FoundFile<Known> = FileToRead & { stats: Stats; known: Known | undefined }

/** Knows the files of a content folder as they were last read, and is notified of what the scan finds. */
export type ScanTarget<Known, Result> = {
  listDirs(): string[]
  listFiles(dir: string): Map<string, Known>
  getFile(dir: string, name: string): Known | undefined
  /** The subfolders of a folder that can be skipped, because nothing was added to it or removed; else undefined. */
  getSkippable?(dir: string, stats: Stats | undefined): string[] | undefined

  onFolder?(folder: WalkedFolder): void
  onUntouched?(dir: string, name: string): void
  onRefused(dir: string, refused: Refused, known: Known | undefined): void
  /** Called for each file that was read, changed or not. */
  onRead(file: FoundFile<Known>, result: Result): void
  onRemoved(dir: string, name: string, known: Known): void
  onRemovedFolder?(dir: string): void
}

/** How changed files are read: in threads if there are many. */
export type ScanReading<Setting, Result> = Omit<BatchOptions<Setting, FileToRead, Result>, 'setting'>

/**
 * Brings a target up to date with a content folder: scans all files or some, skips those whose size and times are
 * unchanged, reads the others, and notifies the target. Memory holds the names of one folder and a few batches of
 * files, however many there are. Call `close` at the end.
 */
export class ContentScan<
  Known extends SeenFile & { hash: string },
  Result extends FileRead,
  Setting extends { contentDir: string },
> {
  private readonly pipeline: Pipeline<Setting, FoundFile<Known>, FileToRead, Result>

  constructor(
    private readonly setting: Setting,
    private readonly target: ScanTarget<Known, Result>,
    reading: ScanReading<Setting, Result>,
  ) {
    this.pipeline = new Pipeline({
      ...reading,
      setting,
      toJob: ({ dir, name, knownHash }) => ({ dir, name, knownHash }),
      onResult: (file, result) => this.take(file, result),
    })
  }

  close = () => this.pipeline.close()

  /** Scans every file, except in folders that can be skipped. */
  async scanAll() {
    const { target } = this
    const removed = new Set(target.listDirs())
    const getSkippable = (dir: string, stats: Stats | undefined) => {
      const subfolders = target.getSkippable?.(dir, stats)
      if (subfolders) removed.delete(dir)
      return subfolders
    }
    for (const folder of walkContent(this.setting.contentDir, getSkippable)) {
      removed.delete(folder.dir)
      await this.scanFolder(folder)
    }
    await this.pipeline.drain()
    for (const dir of removed) {
      for (const [name, known] of target.listFiles(dir)) target.onRemoved(dir, name, known)
      target.onRemovedFolder?.(dir)
    }
  }

  /** Scans some files, by their paths below the content folder. */
  async scanSome(paths: readonly string[]) {
    for (const file of new Set(paths)) {
      const { dir, base } = path.posix.parse(file)
      const found = this.find(dir, base)
      if (found) await this.pipeline.add(found)
    }
    await this.pipeline.drain()
  }

  /** Scans one file, and reads it synchronously. */
  scanOne(dir: string, name: string, read: (file: FileToRead) => Result) {
    const found = this.find(dir, name)
    if (found) this.take(found, read(found))
  }

  private async scanFolder(folder: WalkedFolder) {
    const { dir, files, refused } = folder
    const known = this.target.listFiles(dir)
    for (const entry of refused) {
      this.target.onRefused(dir, entry, known.get(entry.name))
      known.delete(entry.name)
    }
    for (const { name, stats } of files) {
      const found = this.toFound(dir, name, stats, known.get(name))
      known.delete(name)
      if (found) await this.pipeline.add(found)
    }
    for (const [name, state] of known) this.target.onRemoved(dir, name, state)
    this.target.onFolder?.(folder)
  }

  private find(dir: string, name: string): FoundFile<Known> | undefined {
    const known = this.target.getFile(dir, name)
    const { files, refused } = lookAt(this.setting.contentDir, dir, name)
    for (const entry of refused) this.target.onRefused(dir, entry, known)
    if (files[0]) return this.toFound(dir, name, files[0].stats, known)
    if (known && refused.length === 0) this.target.onRemoved(dir, name, known)
    return undefined
  }

  private toFound(dir: string, name: string, stats: Stats, known: Known | undefined): FoundFile<Known> | undefined {
    if (!known || !isUntouched(stats, known)) return { dir, name, stats, known, knownHash: known?.hash }
    this.target.onUntouched?.(dir, name)
    return undefined
  }

  private take(file: FoundFile<Known>, result: Result) {
    if (result.state !== 'vanished') this.target.onRead(file, result)
    else if (file.known) this.target.onRemoved(file.dir, file.name, file.known)
  }
}
