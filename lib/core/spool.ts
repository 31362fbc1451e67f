import { appendFileSync, closeSync, openSync, readSync, rmSync } from 'node:fs'

const atOnce = 65_536

/** Text or bytes that wait on the disk, in a new file, until what stands before them is known. */
export class Spool {
  bytes = 0
  private readonly descriptor: number
  private waiting: Buffer[] = []
  private waitingBytes = 0

  constructor(private readonly file: string) {
    this.descriptor = openSync(file, 'wx+')
  }

  add(text: string | Buffer) {
    const added = Buffer.from(text)
    this.waiting.push(added)
    this.waitingBytes += added.length
    this.bytes += added.length
    if (this.waitingBytes >= atOnce) this.flush()
  }

  /** All that was added, in pieces; nothing can be added after it. */
  *read(): Generator<Buffer> {
    this.flush()
    for (let at = 0; at < this.bytes; ) {
      const piece = Buffer.alloc(Math.min(atOnce, this.bytes - at))
      const read = readSync(this.descriptor, piece, 0, piece.length, at)
      at += read
      yield piece.subarray(0, read)
    }
  }

  /** Removes the file. */
  close() {
    closeSync(this.descriptor)
    rmSync(this.file)
  }

  private flush() {
    appendFileSync(this.descriptor, Buffer.concat(this.waiting))
    this.waiting = []
    this.waitingBytes = 0
  }
}
