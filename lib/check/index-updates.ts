import { lstatSync, type Stats } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import type { CheckIndex, IndexedFile, SeenState } from '@/lib/check/index/check-index'
import type { FileToParse, ReadSetting } from '@/lib/compiler/parse-file'
import { isUnchangedSince, isUntouched } from '@/lib/compiler/source/untouched'
import { type Folder, lookAt, lookAtGone, type Refused, readFolder } from '@/lib/compiler/source/walk'
import { Batches } from '@/lib/compiler/threads/batches'
import { toTitleIdentity } from '@/lib/core/names'
import { parseQuestionPath } from '@/lib/core/routes'
import { type Inspection, inspectFile, prepare } from './inspect-file'
import { toBands, toText } from './signature'

/** Files that are handed to a thread at once. */
const batchSize = 64

type Changed = FileToParse & { id: number | undefined; stats: Stats }

/** Keeps the index like the files: all of them, those of folders that changed, or a single one. */
export class IndexUpdates {
  /** What the folders that were looked at hold beside files of content. */
  readonly refused = new Map<string, Refused[]>()
  private batch: Changed[] = []
  private readonly pending: { files: Changed[]; inspected: Promise<Inspection[]> }[] = []
  private readonly threads: Batches<ReadSetting, FileToParse, Inspection>
  private read = 0

  constructor(
    private readonly index: CheckIndex,
    private readonly setting: ReadSetting,
    private readonly onProgress: (files: number) => void = () => {},
  ) {
    const module = new URL('./inspect-file.ts', import.meta.url)
    this.threads = new Batches({ module, prepare, setting, threads: availableParallelism(), youngMb: 64 })
  }

  /** Looks at every file. */
  async readAll() {
    await this.readFolders(() => true)
  }

  /** Looks at the files of folders in which something came, went or was replaced since they were last read. */
  async readChangedFolders() {
    await this.readFolders((dir) => {
      const stats = lstatSync(path.join(this.setting.contentDir, dir), { throwIfNoEntry: false })
      const known = this.index.getFolder(dir)
      return !stats || !known || !isUnchangedSince(stats, known)
    })
  }

  /** The file as it is now; undefined where there is none that could be content. */
  readOne(dir: string, name: string): IndexedFile | undefined {
    const known = this.index.getFile(dir, name)
    const stats = lookAt(this.setting.contentDir, dir, name).files[0]?.stats
    if (!stats) {
      if (known) this.index.removeFile(dir, name)
      return undefined
    }
    if (known && isUntouched(stats, known)) return known
    const file = { dir, name, knownHash: known?.hash, id: known?.id, stats }
    this.put(file, inspectFile(this.setting.contentDir, file, this.setting.schema))
    return this.index.getFile(dir, name)
  }

  private async readFolders(isWanted: (dir: string) => boolean) {
    const gone = new Set(this.index.listFolders())
    const dirs = ['subjects', 'learn']
    for (let dir = dirs.pop(); dir !== undefined; dir = dirs.pop()) {
      gone.delete(dir)
      if (!isWanted(dir)) {
        // What has not changed has the folders that it had: they are known, and looked at each by itself.
        for (const known of this.index.listFoldersIn(dir)) dirs.push(known)
        continue
      }
      const readAt = Date.now()
      const stats = lstatSync(path.join(this.setting.contentDir, dir), { throwIfNoEntry: false })
      const { folder, subfolders } = readFolder(this.setting.contentDir, dir)
      await this.takeFolder(folder)
      if (stats) this.index.putFolder(dir, { mtime: stats.mtimeMs, ctime: stats.ctimeMs, read_at: readAt })
      for (const name of subfolders) dirs.push(`${dir}/${name}`)
    }
    await this.takeFolder(lookAtGone(this.setting.contentDir))
    this.send()
    while (this.pending.length > 0) await this.putOldest()
    await this.threads.close()
    for (const dir of gone) {
      for (const { name } of this.index.listStates(dir)) this.index.removeFile(dir, name)
      this.index.removeFolder(dir)
    }
  }

  private async takeFolder({ dir, files, refused }: Folder) {
    this.refused.set(dir, refused)
    const known = new Map(this.index.listStates(dir).map((state) => [state.name, state]))
    for (const { name, stats } of files) {
      const state = known.get(name)
      known.delete(name)
      if (state && isUntouched(stats, state)) continue
      this.batch.push({ dir, name, stats, id: state?.id, knownHash: state?.hash })
      if (this.batch.length < batchSize) continue
      this.send()
      while (this.pending.length > this.threads.capacity) await this.putOldest()
    }
    for (const name of known.keys()) this.index.removeFile(dir, name)
  }

  private send() {
    if (this.batch.length === 0) return
    const jobs = this.batch.map(({ dir, name, knownHash }) => ({ dir, name, knownHash }))
    const inspected = this.threads.run(jobs)
    // A failure is met when the batch is put; until then it must not end the process.
    inspected.catch(() => undefined)
    this.pending.push({ files: this.batch, inspected })
    this.batch = []
  }

  private async putOldest() {
    const { files, inspected } = this.pending.shift() as (typeof this.pending)[number]
    for (const [index, inspection] of (await inspected).entries()) this.put(files[index] as Changed, inspection)
    this.read += files.length
    this.onProgress(this.read)
  }

  private put({ dir, name, id, stats }: Changed, inspection: Inspection) {
    const { size, mtimeMs: mtime, ctimeMs: ctime, ino: inode } = stats
    const { facts, gone, signature, problems, hash, readAt: read_at } = inspection
    const state: SeenState = { size, mtime, ctime, inode, read_at, hash }
    if (inspection.unchanged && id !== undefined) {
      this.index.touchFile(id, state)
      return
    }
    const links = facts ? [...facts.related.map(({ url }) => url.text), ...facts.links.map(({ text }) => text)] : []
    const keys = {
      ...facts?.key,
      titleIdentity: facts ? toTitleIdentity(facts.title) : '',
      number: facts?.number,
      aliases: facts?.aliases.map(({ address }) => address) ?? [],
      gone: gone?.map(({ address }) => address) ?? [],
      links: links.map((link) => link.replace(/#.*/, '')).filter(parseQuestionPath),
      bands: signature ? toBands(signature) : [],
      signature: signature && toText(signature),
    }
    this.index.putFile(dir, name, state, keys, JSON.stringify(facts ?? gone ?? null), JSON.stringify(problems))
  }
}
