import { createReadStream, createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { ZipFile as Archive } from 'yazl'

// As before Node 24, which cuts small buffers from blocks of 64 KB. The archive keeps the name of each entry, and so the
// block that it is in: in a larger one, it would keep the buffers of zlib too.
Buffer.poolSize = 8_192

/** The same for all entries, so that the same content gives the same bytes. */
const fixed = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true }

/** Writes a zip file with the entries that `fill` adds, one after another: memory holds the content of one at a time. */
export async function writeZipFile(file: string, fill: (zip: ZipFile) => Promise<void>) {
  const archive = new Archive()
  const written = pipeline(archive.outputStream, createWriteStream(file))
  const zip = new ZipFile(archive, written)
  try {
    await fill(zip)
    archive.end()
    await written
  } catch (error) {
    const reason = zip.failure ?? error
    ;(archive.outputStream as Readable).destroy()
    // Wait until the file is closed.
    await written.catch(() => undefined)
    throw reason
  }
}

/** A zip file that is being written. */
export class ZipFile {
  /** Why the file could not be written. */
  failure: Error | undefined
  private adding: Readable | undefined

  constructor(
    private readonly archive: Archive,
    written: Promise<void>,
  ) {
    written.catch((error) => {
      this.failure = error
      this.adding?.destroy(error)
    })
  }

  /** Avoids Node's buffer pool: the archive keeps the names of entries, which would keep texts in the same pool alive. */
  add(name: string, text: string) {
    const content = Buffer.allocUnsafeSlow(Buffer.byteLength(text))
    content.write(text)
    return this.addStream(name, Readable.from([content]))
  }

  addFile = (name: string, file: string) => this.addStream(name, createReadStream(file))

  /** Adds a text uncompressed, as the first entry of an EPUB has to be. */
  addPlain(name: string, text: string) {
    this.archive.addBuffer(Buffer.from(text), name, { ...fixed, compress: false })
  }

  /** Resolves once the content has been read, so that none waits in memory. */
  private async addStream(name: string, content: Readable) {
    if (this.failure) throw this.failure
    this.adding = content
    const read = finished(content)
    // The archive keeps this closure, so the closure must not hold the content.
    this.archive.addReadStreamLazy(name, fixed, (give) => give(null, this.adding as Readable))
    await read
  }
}
