import { type Dirent, existsSync, lstatSync, readdirSync, type Stats } from 'node:fs'
import path from 'node:path'
import { goneFile } from '@/lib/core/gone-file'
import type { Rule } from '@/lib/core/rules/registry'
import { maxFileSize } from './read-text'

/** A hundred thousand addresses that are gone fit. */
const maxGoneSize = 16 * 1024 * 1024

/** Something in the content folder that is not read, and why. */
export type Refused = { name: string; rule: Rule; message: string }

/** One folder of content: its files with their state on disk, and what is refused. `dir` is below the content folder. */
export type Folder = { dir: string; files: { name: string; stats: Stats }[]; refused: Refused[] }

const slug = /^[a-z0-9][a-z0-9_-]*$/

/** Whether a name of a file or folder can stand in an address. */
export const isSlug = (name: string) => slug.test(name)

/**
 * `content/gone.yml` as a folder of its own, every folder below `content/learn`, and `content/subjects`, in the order
 * of their paths; holds one folder at a time. Other folders and files whose name begins with a dot or underscore are not content.
 */
export function* walkContent(contentDir: string): Generator<Folder> {
  yield lookAtGone(contentDir)
  yield* walk(contentDir, 'learn', '.md')
  yield readFolder(contentDir, 'subjects', '.yml').folder
}

function* walk(contentDir: string, dir: string, extension: string): Generator<Folder> {
  const { folder, subfolders } = readFolder(contentDir, dir, extension)
  yield folder
  for (const subfolder of subfolders) yield* walk(contentDir, `${dir}/${subfolder}`, extension)
}

/** One folder as the walk finds it, and the names of those in it; empty where there is none. */
export function readFolder(contentDir: string, dir: string, extension = toExtension(dir)) {
  const absolute = path.join(contentDir, dir)
  const entries = existsSync(absolute) ? readdirSync(absolute, { withFileTypes: true }) : []
  const folder: Folder = { dir, files: [], refused: [] }
  const subfolders: string[] = []
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (isIgnored(entry.name)) continue
    if (!entry.isDirectory()) takeEntry(absolute, entry, extension, folder)
    else if (!slug.test(entry.name)) refuse(folder, entry.name, 'file-name', nameMessage('folder', entry.name))
    else if (dir !== 'subjects') subfolders.push(entry.name)
  }
  return { folder, subfolders }
}

/** content/gone.yml as a folder of its own. */
export const lookAtGone = (contentDir: string) => lookAt(contentDir, '', goneFile)

/** One file of a folder, as the walk would find it: among the files, among what is refused, or nowhere. */
export function lookAt(contentDir: string, dir: string, name: string): Folder {
  const folder: Folder = { dir, files: [], refused: [] }
  const absolute = path.join(contentDir, dir)
  const stats = lstatSync(path.join(absolute, name), { throwIfNoEntry: false })
  if (!stats || stats.isDirectory() || isIgnored(name) || (dir === '' && name !== goneFile)) return folder
  takeEntry(absolute, { name, isSymbolicLink: () => stats.isSymbolicLink() }, toExtension(dir), folder)
  return folder
}

const toExtension = (dir: string) => (dir === 'subjects' || dir === '' ? '.yml' : '.md')

const isIgnored = (name: string) => /^[._]/.test(name)

function takeEntry(
  absolute: string,
  entry: Pick<Dirent, 'name' | 'isSymbolicLink'>,
  extension: string,
  folder: Folder,
) {
  const { name } = entry
  if (entry.isSymbolicLink()) {
    const message = 'A symbolic link is not read: it could show any file of the machine. Put the file itself here.'
    refuse(folder, name, 'symbolic-link', message)
  } else if (!name.endsWith(extension)) {
    refuse(
      folder,
      name,
      'file-name',
      `Expected a name that ends in ${extension}. Rename the file or move it out of ${folder.dir}.`,
    )
  } else if (!slug.test(name.slice(0, -extension.length))) {
    refuse(folder, name, 'file-name', nameMessage('file', name))
  } else if (folder.dir === 'learn') {
    refuse(folder, name, 'file-name', `A question belongs in the folder of its subject: learn/<subject>/${name}.`)
  } else addFile(path.join(absolute, name), name, folder)
}

const refuse = (folder: Folder, name: string, rule: Rule, message: string) =>
  folder.refused.push({ name, rule, message })

function addFile(file: string, name: string, folder: Folder) {
  const stats = lstatSync(file, { throwIfNoEntry: false })
  if (!stats) return
  const maxSize = folder.dir === '' ? maxGoneSize : maxFileSize
  if (stats.size <= maxSize) folder.files.push({ name, stats })
  else {
    const found = Math.ceil(stats.size / 1024)
    const message = `The file has ${found} KiB; it may have at most ${maxSize / 1024}. Shorten it or split it.`
    refuse(folder, name, 'file-size', message)
  }
}

const nameMessage = (what: string, name: string) =>
  `The name of the ${what} becomes an address: expected only a–z, 0–9 and hyphens, found “${name}”. Rename it.`
