import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type PackFormat, toPackFile } from '@/lib/core/packs'
import { ZipFile } from '@/lib/core/zip-file'
import type { SubjectPack } from './subject-pack'
import { writeDeck } from './write-deck'
import { writeEpub } from './write-epub'
import { writePages } from './write-pages'
import { writeZim } from './write-zim'

/** What a pack is made with: `publicDir` has the images, `packsDir` takes the file. */
export type PackFolders = { publicDir: string; packsDir: string }

const writers = {
  epub: writeEpub,
  zim: writeZim,
  anki: writeDeck,
  folder: async (pack: SubjectPack, { file, publicDir }: { file: string; publicDir: string }, onPage: () => void) => {
    const zip = new ZipFile(file)
    const inFolder = (name: string) => `${pack.subject.slug}/${name}`
    const sink = {
      add: (name: string, text: string) => zip.add(inFolder(name), text),
      addFile: (name: string, from: string) => zip.addFile(inFolder(name), from),
    }
    await writePages(pack, sink, publicDir, onPage)
    await zip.close()
  },
} satisfies Record<PackFormat, unknown>

/** Writes a pack beside its place and then puts it there, so that no half of one is ever served. */
export async function writePack(
  pack: SubjectPack,
  format: PackFormat,
  { publicDir, packsDir }: PackFolders,
  onPage: () => void = () => undefined,
): Promise<{ file: string; bytes: number }> {
  mkdirSync(packsDir, { recursive: true })
  const file = path.join(packsDir, toPackFile(pack.subject.slug, format))
  const beside = path.join(packsDir, `.${path.basename(file)}.${process.pid}`)
  const folder = mkdtempSync(path.join(tmpdir(), 'pack-'))
  try {
    await writers[format](pack, { file: beside, folder, publicDir }, onPage)
    const { size } = statSync(beside)
    renameSync(beside, file)
    return { file, bytes: size }
  } finally {
    rmSync(folder, { recursive: true, force: true })
    rmSync(beside, { force: true })
  }
}
