import type { Stats } from 'node:fs'

/** File systems keep times no finer than this, so a file read within it of its last change may change unseen. In ms. */
const timeGrain = 2_000

/** What a file looked like when it was last read; times in milliseconds since 1970. */
export type SeenFile = { size: number; mtime: number; ctime: number; inode: number; read_at: number }

/** Whether a file is as it was: size and times are a shortcut only where they must have changed if the content did. */
export function isUntouched(stats: Stats, known: SeenFile): boolean {
  return stats.size === known.size && stats.ino === known.inode && isUnchangedSince(stats, known)
}

/** Whether a file or folder has the times that it had when it was read. */
export function isUnchangedSince(stats: Stats, known: Pick<SeenFile, 'mtime' | 'ctime' | 'read_at'>): boolean {
  const { mtimeMs, ctimeMs } = stats
  return mtimeMs === known.mtime && ctimeMs === known.ctime && Math.max(mtimeMs, ctimeMs) < known.read_at - timeGrain
}
