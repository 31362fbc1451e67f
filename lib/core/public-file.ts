import { type Stats, statSync } from 'node:fs'
import path from 'node:path'
import { decodeAddress } from './decode-address'

/**
 * A file in the folder `public` by its address; undefined if there is none, or if the address is outside the folder.
 */
export function findPublicFile(publicDir: string, address: string): { file: string; size: number } | undefined {
  const name = address.replace(/[?#].*$/, '')
  const file = path.join(publicDir, decodeAddress(name) ?? name)
  if (!file.startsWith(`${publicDir}${path.sep}`) || file.includes('\0')) return undefined
  const stats = getStats(file)
  return stats?.isFile() ? { file, size: stats.size } : undefined
}

/** A name that is too long for the file system (more than 255 bytes) is that of no file. */
function getStats(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENAMETOOLONG') return undefined
    throw error
  }
}
