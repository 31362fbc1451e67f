import { readdirSync, type Stats, statSync } from 'node:fs'
import path from 'node:path'
import { log } from './log'

/** The sizes of packs by the names of their files. */
export type PackSizes = ReadonlyMap<string, number>

/** A file system may give two changes within so many milliseconds the same time. */
const sameTime = 1_000

/** The packs in a folder, as they are now: a look costs one `stat` while no file is put there or removed. */
export class PackFolder {
  /** When the folder last changed, in milliseconds since 1970; 0 where there is none. */
  changedAt = 0
  readonly #folder: string
  #sizes: PackSizes = new Map()
  #known: string | undefined

  constructor(folder: string) {
    this.#folder = path.resolve(/* turbopackIgnore: true */ folder)
  }

  readSizes(): PackSizes {
    const stats = getStats(this.#folder)
    // Not the time of modification: whatever copies a folder may set that to an old one.
    this.changedAt = stats?.ctimeMs ?? 0
    const state = `${stats?.ino} ${this.changedAt}`
    if (state === this.#known) return this.#sizes
    this.#sizes = stats?.isDirectory() ? readFolder(this.#folder) : new Map()
    this.#known = Date.now() - this.changedAt > sameTime ? state : undefined
    return this.#sizes
  }
}

/** What is being written has a dot before its name until it is complete. */
const readFolder = (folder: string): PackSizes =>
  new Map(
    listNames(folder).flatMap((name): [string, number][] => {
      const stats = name.startsWith('.') ? undefined : getStats(path.join(/* turbopackIgnore: true */ folder, name))
      return stats?.isFile() && stats.size > 0 ? [[name, stats.size]] : []
    }),
  )

const listNames = (folder: string) => unlessRefused(() => readdirSync(/* turbopackIgnore: true */ folder)) ?? []
const getStats = (file: string): Stats | undefined => unlessRefused(() => statSync(/* turbopackIgnore: true */ file))

/** What is not there is not offered, nor what cannot be read: of that the operator is told. */
function unlessRefused<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code !== 'ENOENT') log.warn(`A pack is not offered. ${message}`)
    return undefined
  }
}
