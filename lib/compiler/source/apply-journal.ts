import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import path from 'node:path'
import { hashNow, type JournalEntry, journalFile, journalFolder, originFile, toOrigin, toTarget } from './journal'
import { readIfThere, toHash } from './read-file'

/** How many files a journal had, and which of them somebody else has changed since it was written. */
export type Applied = { files: number; changedSince: string[] }

/**
 * Applies the changes in the journal that are still pending, then removes it; undefined if there is no journal. It is
 * idempotent, and several processes may call it at the same time. Throws, without changing anything, if the journal was
 * not written on this machine but came with somebody else's files.
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
    // Unless another process was faster: it has finished the journal and removed its folder.
    if (isThere()) throw new Error(toUnfinished(contentDir, error as Error), { cause: error })
  } finally {
    await opened.close()
  }
  return applied
}

/** Applies a change unless it has been applied; false if the file has neither its old nor its new content. */
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
  `An interrupted change of files could not be finished: ${message} Fix the cause and run any command again to finish it; or delete ${path.join(contentDir, journalFolder)} to leave the files as they are now.`
