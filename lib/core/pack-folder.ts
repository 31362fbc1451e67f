import { readdirSync, type Stats, statSync } from 'node:fs'
import path from 'node:path'
import { log } from './log'

/** The sizes of packs in bytes, by file name. */
export type PackSizes = ReadonlyMap<string, number>

/** Two changes within this many milliseconds may get the same time from a file system. */
const timeResolution = 1_000

/** The packs in a folder, always current: a read costs one `stat` while no file is added or removed. */
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
    // Not the modification time: tools that copy a folder may set that to an old one.
    this.changedAt = stats?.ctimeMs ?? 0
    const state = `${stats?.ino} ${this.changedAt}`
    if (state === this.#known) return this.#sizes
    this.#sizes = stats?.isDirectory() ? readFolder(this.#folder) : new Map()
    this.#known = Date.now() - this.changedAt > timeResolution ? state : undefined
    return this.#sizes
  }
}

/** The name of a file begins with a dot until it is completely written. */
const readFolder = (folder: string): PackSizes =>
  new Map(
    listNames(folder).flatMap((name): [string, number][] => {
      const stats = name.startsWith('.') ? undefined : getStats(path.join(/* turbopackIgnore: true */ folder, name))
      return stats?.isFile() && stats.size > 0 ? [[name, stats.size]] : []
    }),
  )

const listNames = (folder: string) => unlessRefused(() => readdirSync(/* turbopackIgnore: true */ folder)) ?? []
const getStats = (file: string): Stats | undefined => unlessRefused(() => statSync(/* turbopackIgnore: true */ file))

/** Undefined for what is missing or cannot be read, so that it is not offered; the second is logged for the operator. */
function unlessRefused<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code !== 'ENOENT') log.warn(`A pack cannot be read, so it is not offered. ${message}`)
    return undefined
  }
}
