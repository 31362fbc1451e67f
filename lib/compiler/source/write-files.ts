import { closeSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { applyJournal } from './apply-journal'
import { JournalDraft } from './journal-draft'

/** A file below the content folder, with its bytes before and after; undefined means that it does not exist. */
export type FileWrite = { path: string; before: Buffer | undefined; after: Buffer | undefined }

/**
 * Writes all files or none, even if the process is killed: everything is in a journal on disk before the first file
 * changes, and the next command that reads the content finishes it. A new file never overwrites another, and files are
 * removed last. Returns the number of files.
 */
export async function writeFiles(
  contentDir: string,
  writes: Iterable<FileWrite> | AsyncIterable<FileWrite>,
): Promise<number> {
  const draft = new JournalDraft(contentDir)
  try {
    for await (const write of writes) draft.add(write)
    const files = draft.commit()
    if (files > 0) await applyJournal(contentDir)
    return files
  } finally {
    draft.discard()
  }
}

/** Finishes the writes of a command that was killed, and reports them; call it before reading the content. */
export async function finishWrites(contentDir: string) {
  const finished = await applyJournal(contentDir)
  if (finished === undefined) return
  console.error(`A command that changed ${finished.files} files was interrupted. Its changes are complete now.`)
  for (const file of finished.changedSince) {
    console.error(`${file} has been changed by somebody else since then, and was left as it is.`)
  }
}

/** Creates a file, and its folder if needed; throws `EEXIST` if the file exists. */
export function createFile(target: string, bytes: Buffer) {
  mkdirSync(path.dirname(target), { recursive: true })
  closeSync(openSync(target, 'wx'))
  writeOrRemove(target, bytes)
}

/**
 * Replaces a file atomically: readers see the old or the new one, never a part. If writing fails, the old one remains.
 */
export function replaceFile(target: string, bytes: Buffer) {
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}`)
  writeOrRemove(temporary, bytes, statSync(target).mode)
  renameSync(temporary, target)
}

/** Removes the incomplete file if the disk is full. */
function writeOrRemove(file: string, bytes: Buffer, mode?: number) {
  try {
    writeFileSync(file, bytes, { mode })
  } catch (error) {
    rmSync(file, { force: true })
    throw error
  }
}
