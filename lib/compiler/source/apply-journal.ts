import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import path from 'node:path'
import {
  hashNow,
  type JournalEntry,
  journalFile,
  journalFolder,
  originFile,
  toHash,
  toOrigin,
  toTarget,
} from './journal'
import { readIfThere } from './read-file'

/** What a journal had: how many files, and those that somebody else has changed since it was written. */
export type Applied = { files: number; changedSince: string[] }

/**
 * Makes the changes of the journal that are not made yet, and removes it; undefined if there is none. It may be called
 * at any time and by several processes at once: each change is made once, whoever makes it. Throws, with nothing
 * changed, for a journal that came with the files of somebody else.
 */
export async function applyJournal(contentDir: string): Promise<Applied | undefined> {
  const journal = path.join(contentDir, journalFile)
  const opened = await openIfThere(journal)
  if (!opened) return undefined
  const stats = await opened.stat()
  const isThere = () => statSync(journal, { throwIfNoEntry: false })?.ino === stats.ino
  const applied: Applied = { files: 0, changedSince: [] }
  try {
    if (readIfThere(path.join(contentDir, originFile))?.toString() !== toOrigin(stats))
      throw new Error('no command on this machine wrote it.')
    for await (const line of opened.readLines({ autoClose: false })) {
      const entry = JSON.parse(line) as JournalEntry
      if (!applyEntry(contentDir, entry)) applied.changedSince.push(entry.path)
      applied.files += 1
    }
    if (isThere()) rmSync(path.join(contentDir, journalFolder), { recursive: true, force: true })
  } catch (error) {
    // Another process that was faster has finished it, and removed its folder.
    if (isThere()) throw new Error(toUnfinished(contentDir, error as Error), { cause: error })
  } finally {
    await opened.close()
  }
  return applied
}

/** Makes a change if it is not made yet; false if the file is neither as it was before nor as it will be. */
function applyEntry(contentDir: string, { path: file, before, after }: JournalEntry): boolean {
  const target = toTarget(contentDir, file)
  const bytes = after === null ? undefined : Buffer.from(after, 'base64')
  const now = hashNow(target)
  if (now === (bytes ? toHash(bytes) : null)) return true
  if (now !== before) return false
  if (!bytes) {
    rmSync(target, { force: true })
    return true
  }
  const temporary = path.join(contentDir, journalFolder, `file.${process.pid}`)
  const mode = statSync(target, { throwIfNoEntry: false })?.mode
  mkdirSync(path.dirname(target), { recursive: true })
  writeFileSync(temporary, bytes, { mode })
  renameSync(temporary, target)
  return true
}

async function openIfThere(file: string): Promise<FileHandle | undefined> {
  try {
    return await open(file)
  } catch (error) {
    if (/^(?:ENOENT|ENOTDIR)$/.test((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

const toUnfinished = (contentDir: string, { message }: Error) =>
  `A change of files could not be finished: ${message} Remove the reason, and any command goes on with it; or delete ${path.join(contentDir, journalFolder)} to leave the files as they are now.`
