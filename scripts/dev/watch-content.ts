import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs'
import path from 'node:path'
import { goneFile } from '@/lib/core/gone-file'
import { listKnownDirs } from '@/lib/store/schema/open'

/** Editors save a file in several steps; events within this time, in ms, are one change. */
const settleTime = 40

/**
 * Watches the folders of the content, one watcher for each, and reports the files that were saved, added or removed, by
 * their paths below the content folder. It does not scan existing files, so it starts immediately.
 */
export class ContentWatcher {
  private readonly watchers = new Map<string, FSWatcher>()
  private readonly changed = new Set<string>()
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly contentDir: string,
    dbFile: string,
    private readonly onChange: (files: string[]) => void,
  ) {
    for (const dir of ['', 'learn', 'subjects', ...listKnownDirs(dbFile)]) this.watchFolder(dir)
    for (const name of this.list('learn')) this.watchFolder(`learn/${name}`)
  }

  close() {
    for (const watcher of this.watchers.values()) watcher.close()
  }

  private watchFolder(dir: string) {
    if (this.watchers.has(dir) || !this.isFolder(dir)) return
    const watcher = watch(path.join(this.contentDir, dir), (_, name) => {
      // In the content folder itself, only one file is content.
      if (name && (dir !== '' || name === goneFile)) this.note(path.posix.join(dir, name))
    })
    watcher.on('error', () => this.forget(dir))
    this.watchers.set(dir, watcher)
  }

  private forget(dir: string) {
    this.watchers.get(dir)?.close()
    this.watchers.delete(dir)
  }

  private note(file: string) {
    if (this.isFolder(file)) {
      // A new folder may already have files in it.
      this.watchFolder(file)
      for (const name of this.list(file)) this.note(`${file}/${name}`)
      return
    }
    this.forget(file)
    this.changed.add(file)
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      const files = [...this.changed]
      this.changed.clear()
      this.onChange(files)
    }, settleTime)
  }

  private isFolder(dir: string) {
    return statSync(path.join(this.contentDir, dir), { throwIfNoEntry: false })?.isDirectory() ?? false
  }

  private list(dir: string) {
    return this.isFolder(dir) ? readdirSync(path.join(this.contentDir, dir)) : []
  }
}
