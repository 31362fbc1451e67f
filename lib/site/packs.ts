import 'server-only'
import { PackFolder } from '@/lib/core/pack-folder'
import { listPackFiles, packFormats, packsFolder, packsPath, type SubjectPackFile, toSize } from '@/lib/core/packs'
import { notePacks } from '@/lib/library/reads'

const folder = new PackFolder(packsFolder)

/** The current packs of a subject; records them as read by the page that is being rendered. */
export function listPacks(subject: string): SubjectPackFile[] {
  const packs = listPackFiles(subject, folder.readSizes())
  notePacks(subject, packs, folder.changedAt)
  return packs.map(({ format, file, bytes }) => ({
    href: `${packsPath}/${file}`,
    name: packFormats[format].name,
    size: toSize(bytes),
  }))
}
