import type { Stats } from 'node:fs'
import { getRow, listRows, type Store, selectDirs } from '../schema/open'

/** What the compiler knows about a file. Times in milliseconds since 1970; `question_id` is null for a subject. */
export type FileState = {
  size: number
  mtime: number
  ctime: number
  inode: number
  read_at: number
  hash: string
  question_id: number | null
}

/** The files as they were when they were last read. */
export function prepareFileStates(store: Store) {
  const sql = {
    listDirs: store.prepare(selectDirs),
    list: store.prepare('SELECT * FROM file WHERE dir = ?'),
    get: store.prepare('SELECT * FROM file WHERE dir = ? AND name = ?'),
    put: store.prepare('INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    remove: store.prepare('DELETE FROM file WHERE dir = ? AND name = ?'),
  }
  return {
    /** The folders that hold known files. */
    listDirs: () => listRows<{ dir: string }>(sql.listDirs).map((row) => row.dir),

    /** The known files of one folder, by name. */
    listFiles: (dir: string) =>
      new Map<string, FileState>(listRows<FileState & { name: string }>(sql.list, dir).map((row) => [row.name, row])),

    getFile: (dir: string, name: string) => getRow<FileState>(sql.get, dir, name),

    /** Stores the state in which a file was read, so that it is read again only when it has changed. */
    putFile(
      dir: string,
      name: string,
      stats: Stats,
      read: { readAt: number; hash: string },
      questionId: number | null,
    ) {
      const { size, mtimeMs, ctimeMs, ino } = stats
      sql.put.run(dir, name, size, mtimeMs, ctimeMs, ino, read.readAt, read.hash, questionId)
    },

    removeFile: (dir: string, name: string) => sql.remove.run(dir, name),
  }
}
