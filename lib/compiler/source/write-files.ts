import { closeSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A file below the content folder: what it holds, undefined where it is not there, and what it is to hold. */
export type FileWrite = { path: string; before: Buffer | undefined; after: Buffer | undefined }

/**
 * Writes files: all, or none where one fails. A new one is never written over another, and what is to go goes last, so
 * that nothing is lost however this ends.
 */
export function writeFiles(contentDir: string, writes: readonly FileWrite[]) {
  const undo: (() => void)[] = []
  try {
    for (const { path: file, before, after } of writes) {
      const target = path.join(contentDir, file)
      if (after === undefined) continue
      if (before === undefined) createFile(target, after)
      else replaceFile(target, after)
      undo.push(() => (before === undefined ? rmSync(target) : replaceFile(target, before)))
    }
  } catch (error) {
    for (const step of undo.reverse()) step()
    throw error
  }
  for (const { path: file, after } of writes) if (after === undefined) rmSync(path.join(contentDir, file))
}

/** Writes a file that is not there yet, and its folder; throws `EEXIST` where it is. */
export function createFile(target: string, bytes: Buffer) {
  mkdirSync(path.dirname(target), { recursive: true })
  closeSync(openSync(target, 'wx'))
  writeOrRemove(target, bytes)
}

/** Whoever reads the file meanwhile sees the old one or the new one, never a part; the old one stays where the new one fails. */
export function replaceFile(target: string, bytes: Buffer) {
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}`)
  writeOrRemove(temporary, bytes, statSync(target).mode)
  renameSync(temporary, target)
}

/** Of a file that the disk has no room for, nothing stays. */
function writeOrRemove(file: string, bytes: Buffer, mode?: number) {
  try {
    writeFileSync(file, bytes, { mode })
  } catch (error) {
    rmSync(file, { force: true })
    throw error
  }
}
