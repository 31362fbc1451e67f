import type { Stats } from 'node:fs'

/**
 * The coarsest resolution of file times: a file that was read this soon after a change may change again unnoticed. In
 * ms.
 */
const timeGrain = 2_000

/** The state of a file when it was last read; times in milliseconds since 1970. */
export type SeenFile = { size: number; mtime: number; ctime: number; inode: number; read_at: number }

/** Whether a file is certainly unchanged: same size and times, which were old enough when it was read. */
export function isUntouched(stats: Stats, known: SeenFile): boolean {
  return stats.size === known.size && stats.ino === known.inode && isUnchangedSince(stats, known)
}

/** Whether a file or folder has the same times as when it was read. */
export function isUnchangedSince(stats: Stats, known: Pick<SeenFile, 'mtime' | 'ctime' | 'read_at'>): boolean {
  const { mtimeMs, ctimeMs } = stats
  return mtimeMs === known.mtime && ctimeMs === known.ctime && Math.max(mtimeMs, ctimeMs) < known.read_at - timeGrain
}
