import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/**
 * The addresses that a crawl found, in their order, in a file: at once the queue of pages to visit and the book in which
 * a page is looked up by its number. In memory it holds 8 bytes an address.
 */
export class AddressLog {
  private readonly file = openTemporaryFile()
  private offsets = new Float64Array(1024)
  length = 0

  /** Gives the number of the address. */
  add(address: string): number {
    const bytes = Buffer.from(address)
    const offset = this.offsets[this.length] ?? 0
    writeSync(this.file, bytes, 0, bytes.length, offset)
    this.length += 1
    if (this.length === this.offsets.length) {
      const grown = new Float64Array(this.offsets.length * 2)
      grown.set(this.offsets)
      this.offsets = grown
    }
    this.offsets[this.length] = offset + bytes.length
    return this.length - 1
  }

  get(number: number): string {
    const offset = this.offsets[number] ?? 0
    const bytes = Buffer.alloc((this.offsets[number + 1] ?? offset) - offset)
    readSync(this.file, bytes, 0, bytes.length, offset)
    return bytes.toString()
  }

  close() {
    closeSync(this.file)
  }
}

/** A file that has no name once it is open, so that it goes with the process however that ends. */
function openTemporaryFile(): number {
  const dir = mkdtempSync(path.join(tmpdir(), 'crawl-'))
  const file = openSync(path.join(dir, 'addresses'), 'w+')
  rmSync(dir, { recursive: true })
  return file
}
