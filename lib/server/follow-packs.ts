import type { PackFolder, PackSizes } from '@/lib/core/pack-folder'
import { listPackFiles } from '@/lib/core/packs'
import { readKeys } from '@/lib/library/reads'
import type { ChangeLog } from './change-log'

/** How often the folder is polled, in milliseconds: a pack is offered after this at the latest. */
const interval = 5_000

/** While the process runs, invalidates pages when the packs that they offer have changed. */
export function followPacks(folder: PackFolder, log: Pick<ChangeLog, 'replace'>, milliseconds = interval) {
  let known = folder.readSizes()
  const look = () => {
    const sizes = folder.readSizes()
    if (sizes === known) return
    for (const subject of listSubjects(known, sizes)) {
      const before = readKeys.packs(subject, listPackFiles(subject, known))
      const now = readKeys.packs(subject, listPackFiles(subject, sizes))
      if (before !== now) log.replace(before, now)
    }
    known = sizes
  }
  return setInterval(look, milliseconds).unref()
}

/** The subjects that have packs now, or had. */
const listSubjects = (...all: PackSizes[]) =>
  new Set(all.flatMap((sizes) => Array.from(sizes.keys(), (file) => file.slice(0, file.lastIndexOf('.')))))
