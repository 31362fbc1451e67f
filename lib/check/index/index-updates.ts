import type { Stats } from 'node:fs'
import { availableParallelism } from 'node:os'
import { ContentScan, type FoundFile, type ScanTarget } from '@/lib/compiler/scan/content-scan'
import { isUnchangedSince } from '@/lib/compiler/scan/untouched'
import type { FileToRead } from '@/lib/compiler/source/read-file'
import type { Refused, WalkedFolder } from '@/lib/compiler/source/walk'
import type { Finding } from '@/lib/core/finding'
import { toTitleIdentity } from '@/lib/core/names'
import { listTitleStems } from '@/lib/search/significant-words'
import { type Inspection, type InspectSetting, prepare, toLost } from '../inspect-file'
import { toDescriptionIdentity } from '../library/descriptions'
import { toBands, toText } from '../library/minhash'
import { listReferredAddresses } from '../question/cross-file-facts'
import type { CheckIndex, IndexedFile, SeenState } from './check-index'

type Known = SeenState & { id: number }

/** Updates the index from all files, from those in folders that changed, or from a single one. */
export class IndexUpdates implements ScanTarget<Known, Inspection> {
  /** Entries that are not content files, by folder and name, as far as folders were scanned. */
  private readonly refused = new Map<string, Map<string, Finding>>()
  private readonly scan: ContentScan<Known, Inspection, InspectSetting>
  private readonly inspect: (file: FileToRead) => Inspection
  private skipsUnchangedFolders = false
  private read = 0

  constructor(
    private readonly index: CheckIndex,
    setting: InspectSetting,
    private readonly onProgress: (files: number) => void = () => {},
  ) {
    const module = new URL('../inspect-file.ts', import.meta.url)
    const threads = availableParallelism()
    this.scan = new ContentScan(setting, this, { module, prepare, toLost, threads, youngMb: 64 })
    this.inspect = prepare(setting)
  }

  /** Scans every file. */
  readAll = () => this.scan.scanAll().finally(this.scan.close)

  /** Scans folders in which something was added, removed or replaced since they were last read. */
  readChangedFolders() {
    this.skipsUnchangedFolders = true
    return this.readAll()
  }

  /** The file as it is now; undefined if there is none that could be content. */
  readOne(dir: string, name: string): IndexedFile | undefined {
    this.scan.scanOne(dir, name, this.inspect)
    return this.index.getFile(dir, name)
  }

  /** A folder's entries that are not content files, as far as it was scanned. */
  listRefused = (dir: string): [name: string, finding: Finding][] => [...(this.refused.get(dir) ?? [])]

  listDirs = () => this.index.listFolders()
  listFiles = (dir: string) => new Map(this.index.listStates(dir).map((state) => [state.name, state]))
  getFile = (dir: string, name: string) => this.index.getFile(dir, name)

  /** An unchanged folder still has the same subfolders, which are known; each of them is scanned separately. */
  getSkippable(dir: string, stats: Stats | undefined): string[] | undefined {
    const known = this.skipsUnchangedFolders && stats && this.index.getFolder(dir)
    return known && isUnchangedSince(stats, known) ? this.index.listFoldersIn(dir) : undefined
  }

  onFolder({ dir, stats, readAt }: WalkedFolder) {
    if (stats) this.index.putFolder(dir, { mtime: stats.mtimeMs, ctime: stats.ctimeMs, read_at: readAt })
  }

  onRefused(dir: string, { name, finding }: Refused, known: Known | undefined) {
    const names = this.refused.get(dir) ?? new Map<string, Finding>()
    this.refused.set(dir, names.set(name, finding))
    if (known) this.index.removeFile(dir, name)
  }

  onRemoved = (dir: string, name: string) => this.index.removeFile(dir, name)
  onRemovedFolder = (dir: string) => this.index.removeFolder(dir)

  onRead({ dir, name, stats, known }: FoundFile<Known>, inspection: Inspection) {
    this.read += 1
    this.onProgress(this.read)
    const { size, mtimeMs: mtime, ctimeMs: ctime, ino: inode } = stats
    const { facts, removed, minhash, compared, findings, hash, readAt: read_at } = inspection
    const state: SeenState = { size, mtime, ctime, inode, read_at, hash }
    if (inspection.state === 'unchanged' && known) {
      this.index.touchFile(known.id, state)
      return
    }
    const description = facts?.description?.text
    const keys = {
      ...facts?.key,
      titleIdentity: facts ? toTitleIdentity(facts.title) : '',
      title: facts?.title,
      noIndex: facts?.noIndex ?? false,
      number: facts?.number,
      aliases: facts?.aliases.map(({ address }) => address) ?? [],
      removed: removed?.map(({ address }) => address) ?? [],
      links: facts ? listReferredAddresses(facts) : [],
      stems: facts ? listTitleStems(facts.title) : [],
      descriptions: description ? [toDescriptionIdentity(description)] : [],
      authors: facts?.author ? [facts.author.text] : [],
      bands: minhash ? toBands(minhash) : [],
      minhash: minhash && toText(minhash),
      compared,
    }
    this.index.putFile(dir, name, state, keys, JSON.stringify(facts ?? removed ?? null), JSON.stringify(findings))
  }
}
