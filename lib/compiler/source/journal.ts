import { lstatSync, type Stats } from 'node:fs'
import path from 'node:path'
import { readIfThere, toHash } from './read-file'

/** The folder of the journal, below the content folder; its name begins with a dot, so it is not content. */
export const journalFolder = '.pending'

export const journalFile = path.join(journalFolder, 'journal')

/** Beside the journal: the identity of its file. A journal from a stranger's branch, or a copy, is a different file. */
export const originFile = path.join(journalFolder, 'origin')

export const toOrigin = ({ ino, birthtimeMs }: Stats) => `${ino} ${birthtimeMs}`

/**
 * A line of the journal: a file with the SHA-256 of its bytes before, and its bytes after in base64; null if there is no
 * file.
 */
export type JournalEntry = { path: string; before: string | null; after: string | null }

/** The hash of a file as it is now; null if there is none. */
export function hashNow(file: string): string | null {
  const bytes = readIfThere(file)
  return bytes ? toHash(bytes) : null
}

const contentFile = /^(?:(?:learn|subjects)(?:\/[^./\\\0][^/\\\0]*)+\.(?:md|yml)|gone\.yml)$/

/**
 * The path of a file in the journal. Throws if it is not a content file, or if a folder on the way is a symbolic link.
 */
export function toTarget(contentDir: string, file: string): string {
  if (typeof file !== 'string' || !contentFile.test(file))
    throw new Error(`${JSON.stringify(file)} is not a content file.`)
  const folders = path.posix.dirname(file).split('/')
  for (const [index] of folders.entries()) {
    const folder = path.join(contentDir, ...folders.slice(0, index + 1))
    const stats = lstatSync(folder, { throwIfNoEntry: false })
    if (stats && !stats.isDirectory()) throw new Error(`${folder} is not a folder.`)
  }
  return path.join(contentDir, file)
}
