import { writeZipFile } from '@/lib/core/zip-file'
import type { SubjectPack } from './subject-pack'
import { writePages } from './write-pages'

/** Writes a pack as plain pages in a zip file, all in one folder, so that unpacking does not mix them with other files. */
export function writeFolder(
  pack: SubjectPack,
  { file, publicDir }: { file: string; publicDir: string },
  onPage: () => void,
) {
  const inFolder = (name: string) => `${pack.subject.slug}/${name}`
  return writeZipFile(file, (zip) => {
    const sink = {
      add: (name: string, text: string) => zip.add(inFolder(name), text),
      addFile: (name: string, from: string) => zip.addFile(inFolder(name), from),
    }
    return writePages(pack, sink, publicDir, onPage)
  })
}
