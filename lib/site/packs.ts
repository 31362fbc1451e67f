import 'server-only'
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import {
  type PackFormat,
  packFormats,
  packsFolder,
  packsPath,
  type SubjectPackFile,
  toPackFile,
  toSize,
} from '@/lib/core/packs'

/** The sizes of packs by their names: read once, when the first page asks, so that all pages of a server agree. */
let sizes: ReadonlyMap<string, number> | undefined

/** The packs of a subject that were there when the server started. */
export function listPacks(subject: string): SubjectPackFile[] {
  sizes ??= readSizes()
  return (Object.keys(packFormats) as PackFormat[]).flatMap((format) => {
    const file = toPackFile(subject, format)
    const bytes = sizes?.get(file)
    if (bytes === undefined) return []
    return [{ href: `${packsPath}/${file}`, name: packFormats[format].name, size: toSize(bytes) }]
  })
}

function readSizes(): Map<string, number> {
  const folder = path.resolve(/* turbopackIgnore: true */ packsFolder)
  if (!existsSync(folder)) return new Map()
  return new Map(
    readdirSync(folder).map((name) => [name, statSync(path.join(/* turbopackIgnore: true */ folder, name)).size]),
  )
}
