import { appendFileSync, closeSync, createReadStream, openSync, statSync, writeSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createDeflateRaw, deflateRawSync } from 'node:zlib'
import { toCrc32 } from './crc-32'
import { Spool } from './spool'
import { toDirectoryEntry, toEnd, toLocalHeader, type ZipEntry } from './zip-records'

/** Writes a zip file with the entries that `fill` adds. Memory does not grow with their number. */
export async function writeZipFile(file: string, fill: (zip: ZipFile) => void | Promise<void>) {
  const descriptor = openSync(file, 'w')
  const directory = new Spool(`${file}.directory`)
  try {
    const zip = new ZipFile(descriptor, directory)
    await fill(zip)
    zip.end()
  } finally {
    directory.close()
    closeSync(descriptor)
  }
}

/** A zip file that is written entry by entry, in the order in which they are added. */
export class ZipFile {
  private offset = 0
  private entries = 0

  constructor(
    private readonly descriptor: number,
    private readonly directory: Spool,
  ) {}

  add(name: string, text: string) {
    const content = Buffer.from(text)
    this.addContent(name, content, deflateRawSync(content))
  }

  /** Adds a text uncompressed, as the first entry of an EPUB has to be. */
  addPlain(name: string, text: string) {
    const content = Buffer.from(text)
    this.addContent(name, content, content)
  }

  /** Adds a file piece by piece. */
  async addFile(name: string, file: string) {
    const entry = { name, compressed: true, crc: 0, size: statSync(file).size, compressedSize: 0, offset: this.offset }
    const header = toLocalHeader(entry)
    this.write(header)
    const write = async (pieces: AsyncIterable<Buffer>) => {
      for await (const piece of pieces) this.write(piece)
    }
    entry.size = 0
    await pipeline(createReadStream(file), (pieces) => measure(pieces, entry), createDeflateRaw(), write)
    entry.compressedSize = this.offset - entry.offset - header.length
    writeSync(this.descriptor, toLocalHeader(entry), 0, header.length, entry.offset)
    this.list(entry)
  }

  /** Writes the directory. */
  end() {
    const end = { entries: this.entries, bytes: this.directory.bytes, offset: this.offset }
    for (const piece of this.directory.read()) this.write(piece)
    this.write(toEnd(end))
  }

  private addContent(name: string, content: Buffer, written: Buffer) {
    const entry = {
      ...{ name, compressed: written !== content, crc: toCrc32(content), size: content.length },
      ...{ compressedSize: written.length, offset: this.offset },
    }
    this.write(toLocalHeader(entry))
    this.write(written)
    this.list(entry)
  }

  private list(entry: ZipEntry) {
    this.directory.add(toDirectoryEntry(entry))
    this.entries += 1
  }

  private write(bytes: Buffer) {
    appendFileSync(this.descriptor, bytes)
    this.offset += bytes.length
  }
}

/** Passes the pieces of a file on, and adds them to the size and the checksum of its entry. */
async function* measure(pieces: AsyncIterable<Buffer>, entry: ZipEntry) {
  for await (const piece of pieces) {
    entry.size += piece.length
    entry.crc = toCrc32(piece, entry.crc)
    yield piece
  }
}
