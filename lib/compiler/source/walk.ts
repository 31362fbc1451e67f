import { type Dirent, existsSync, lstatSync, readdirSync, type Stats } from 'node:fs'
import path from 'node:path'
import type { Finding } from '@/lib/core/finding'
import { goneFile } from '@/lib/core/gone-file'
import { checkFileName, checkFolderName } from '../rules/file/file-name'
import { checkFileSize } from '../rules/file/file-size'
import { specialFileFinding, symbolicLinkFinding } from '../rules/file/symbolic-link'

/** An entry of the content folder that is refused, and why. */
export type Refused = { name: string; finding: Finding }

/** One folder of content: its files with their state on disk, and what is refused. `dir` is below the content folder. */
export type Folder = { dir: string; files: { name: string; stats: Stats }[]; refused: Refused[] }

/** A folder as the walk found it; `stats` and `readAt` (in ms since 1970) are from before its files were listed. */
export type WalkedFolder = Folder & { stats: Stats | undefined; readAt: number }

/** Returns the subfolders of a folder that need not be listed, because nothing was added or removed; else undefined. */
type GetSkippable = (dir: string, stats: Stats | undefined) => string[] | undefined

/**
 * `content/gone.yml` as a folder of its own, every folder below `content/learn`, and `content/subjects`, in the order
 * of their paths, one folder in memory at a time. Other folders and files whose name begins with a dot or underscore
 * are not content.
 */
export function* walkContent(contentDir: string, getSkippable?: GetSkippable): Generator<WalkedFolder> {
  yield { ...lookAt(contentDir, '', goneFile), stats: undefined, readAt: Date.now() }
  yield* walk(contentDir, 'learn', getSkippable)
  yield* walk(contentDir, 'subjects', getSkippable)
}

function* walk(contentDir: string, dir: string, getSkippable?: GetSkippable): Generator<WalkedFolder> {
  const readAt = Date.now()
  const stats = lstatSync(path.join(contentDir, dir), { throwIfNoEntry: false })
  const known = getSkippable?.(dir, stats)
  if (known) {
    for (const subfolder of known) yield* walk(contentDir, subfolder, getSkippable)
    return
  }
  const { folder, subfolders } = readFolder(contentDir, dir)
  yield { ...folder, stats, readAt }
  for (const subfolder of subfolders) yield* walk(contentDir, `${dir}/${subfolder}`, getSkippable)
}

/** A folder as the walk finds it, and the names of its subfolders; empty if there is none. */
export function readFolder(contentDir: string, dir: string) {
  const absolute = path.join(contentDir, dir)
  const entries = existsSync(absolute) ? readdirSync(absolute, { withFileTypes: true }) : []
  const folder: Folder = { dir, files: [], refused: [] }
  const subfolders: string[] = []
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (isIgnored(entry.name)) continue
    const finding = entry.isDirectory() && checkFolderName(entry.name)
    if (!entry.isDirectory()) takeEntry(absolute, entry, folder)
    else if (finding) folder.refused.push({ name: entry.name, finding })
    else if (dir !== 'subjects') subfolders.push(entry.name)
  }
  return { folder, subfolders }
}

/** A single file, as the walk would find it: among the files, among the refused, or not at all. */
export function lookAt(contentDir: string, dir: string, name: string): Folder {
  const folder: Folder = { dir, files: [], refused: [] }
  const absolute = path.join(contentDir, dir)
  const stats = lstatSync(path.join(absolute, name), { throwIfNoEntry: false })
  if (!stats || stats.isDirectory() || isIgnored(name) || (dir === '' && name !== goneFile)) return folder
  takeEntry(absolute, { name, isSymbolicLink: () => stats.isSymbolicLink() }, folder)
  return folder
}

const isIgnored = (name: string) => /^[._]/.test(name)

function takeEntry(absolute: string, entry: Pick<Dirent, 'name' | 'isSymbolicLink'>, folder: Folder) {
  const { name } = entry
  const { dir, files, refused } = folder
  const extension = dir === 'subjects' || dir === '' ? '.yml' : '.md'
  const wrongKind = entry.isSymbolicLink() ? symbolicLinkFinding : checkFileName(dir, name, extension)
  if (wrongKind) {
    refused.push({ name, finding: wrongKind })
    return
  }
  const stats = lstatSync(path.join(absolute, name), { throwIfNoEntry: false })
  if (!stats) return
  const unreadable = stats.isFile() ? checkFileSize(dir, stats.size) : specialFileFinding
  if (unreadable) refused.push({ name, finding: unreadable })
  else files.push({ name, stats })
}
