import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { type PackFormat, toPackFile } from '@/lib/core/packs'
import { isDiskError } from '@/lib/store/schema/damage'
import type { SubjectPack } from './subject-pack'
import { writeDeck } from './write-deck'
import { writeEpub } from './write-epub'
import { writeFolder } from './write-folder'
import { writeZim } from './write-zim'

/** `publicDir` has the images, `packsDir` gets the pack. */
export type PackFolders = { publicDir: string; packsDir: string }

const writers = { epub: writeEpub, zim: writeZim, anki: writeDeck, folder: writeFolder } satisfies Record<
  PackFormat,
  unknown
>

/** Folders left by killed processes are removed after a day (in ms); no pack takes that long. */
const longestWriting = 86_400_000

/**
 * Writes a pack in a temporary folder and then moves it to its place, so that no incomplete one is ever served, and
 * another process writing the same pack does no harm.
 */
export async function writePack(
  pack: SubjectPack,
  format: PackFormat,
  { publicDir, packsDir }: PackFolders,
  onPage: () => void = () => undefined,
): Promise<{ file: string; bytes: number }> {
  const file = path.join(packsDir, toPackFile(pack.subject.slug, format))
  mkdirSync(packsDir, { recursive: true })
  removeAbandoned(packsDir)
  const folder = mkdtempSync(path.join(packsDir, writingPrefix))
  try {
    const written = path.join(folder, path.basename(file))
    await writers[format](pack, { file: written, folder, publicDir }, onPage)
    const { size } = statSync(written)
    renameSync(written, file)
    return { file, bytes: size }
  } catch (error) {
    throw isDiskFull(error) ? new Error(`${file} was not written: the disk is full.`, { cause: error }) : error
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const writingPrefix = '.writing-'

function removeAbandoned(packsDir: string) {
  for (const name of readdirSync(packsDir)) {
    if (!name.startsWith(writingPrefix)) continue
    const folder = path.join(packsDir, name)
    // Another process may just have removed it.
    const stats = statSync(folder, { throwIfNoEntry: false })
    if (stats && Date.now() - stats.mtimeMs > longestWriting) rmSync(folder, { recursive: true, force: true })
  }
}

const isDiskFull = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOSPC' || isDiskError(error)
