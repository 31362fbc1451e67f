import { createReadStream, createWriteStream } from 'node:fs'
import { Readable, Writable } from 'node:stream'
import { configure, TextReader, ZipWriter } from '@zip.js/zip.js'

// The threads of browsers are not those of Node.
configure({ useWebWorkers: false })

/** The earliest day that a zip file can name: the same for all, so that the same content has the same bytes. */
const lastModDate = new Date(1980, 0, 1)

/** A zip file that is written entry by entry: nothing but their names stays in memory. */
export class ZipFile {
  private readonly writer: ZipWriter<unknown>
  private readonly done: Promise<void>

  constructor(file: string) {
    const stream = createWriteStream(file)
    this.done = new Promise((resolve, reject) => stream.once('close', resolve).once('error', reject))
    this.done.catch(() => undefined)
    this.writer = new ZipWriter(Writable.toWeb(stream), {
      ...{ lastModDate, extendedTimestamp: false, dataDescriptor: true, versionMadeBy: 20, msDosCompatible: true },
      useUnicodeFileNames: true,
    })
  }

  async add(name: string, text: string) {
    await this.writer.add(name, new TextReader(text))
  }

  /** Adds a text as it is, as the first entry of an EPUB has to be. */
  async addPlain(name: string, text: string) {
    await this.writer.add(name, new TextReader(text), { level: 0, dataDescriptor: false, useUnicodeFileNames: false })
  }

  async addFile(name: string, file: string) {
    await this.writer.add(name, Readable.toWeb(createReadStream(file)) as ReadableStream)
  }

  /** Writes what ends the file, and waits for the disk. */
  async close() {
    await this.writer.close()
    await this.done
  }
}
