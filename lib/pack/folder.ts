import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Where the files of a pack go. */
export type PackSink = {
  add: (name: string, text: string) => void | Promise<void>
  addFile: (name: string, file: string) => Promise<void>
}

/** A folder on disk; names of files are paths relative to it. */
export function toFolder(folder: string): PackSink {
  const toFile = (name: string) => {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    return file
  }
  return {
    add: (name, text) => writeFileSync(toFile(name), text),
    addFile: async (name, file) => copyFileSync(file, toFile(name)),
  }
}
