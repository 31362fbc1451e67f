import { closeSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A file below the content folder, with its bytes before and after; undefined means that it does not exist. */
export type FileWrite = { path: string; before: Buffer | undefined; after: Buffer | undefined }

/**
 * Writes all files, or none if one fails. A new one never overwrites another, and files are removed last, so that
 * nothing is lost however this ends.
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
