import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** A file to read; `knownHash` is that of its content when it was last read. Paths are below the content folder. */
export type FileToRead = { dir: string; name: string; knownHash: string | undefined }

/**
 * When a file was read, in milliseconds since 1970, and the SHA-256 of what was read: `unchanged` if that is the known
 * one; `vanished` if the file no longer exists, though it was seen.
 */
export type FileRead = { readAt: number; hash: string; state: 'changed' | 'unchanged' | 'vanished' }

/** Reads a file of the content folder; returns its bytes if they changed. */
export function readFile(contentDir: string, { dir, name, knownHash }: FileToRead): FileRead & { bytes?: Buffer } {
  const readAt = Date.now()
  const bytes = readIfThere(path.join(contentDir, dir, name))
  if (!bytes) return { readAt, hash: '', state: 'vanished' }
  const hash = toHash(bytes)
  return hash === knownHash ? { readAt, hash, state: 'unchanged' } : { readAt, hash, state: 'changed', bytes }
}

/** The SHA-256 of a file's bytes. */
export const toHash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('base64url')

/** The bytes of a file; undefined if there is no such file. */
export function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
