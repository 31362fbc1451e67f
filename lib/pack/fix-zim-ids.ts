import { createHash } from 'node:crypto'
import { closeSync, createReadStream, openSync, readSync, statSync, writeSync } from 'node:fs'

const uuidAt = 8
const checksumPositionAt = 72
const idLength = 16

/** The beginning of a Xapian index: its name and version; its id follows. */
const indexBeginning = Buffer.from('\x0f\rXapian Glass\x04n', 'latin1')

/**
 * Replaces the random ids of a ZIM file (its own and those of its two indexes) with ones derived from `identity`, and
 * updates the checksum. https://wiki.openzim.org/wiki/ZIM_file_format
 */
export async function fixZimIds(file: string, identity: string) {
  const descriptor = openSync(file, 'r+')
  try {
    const position = Buffer.alloc(8)
    readSync(descriptor, position, 0, 8, checksumPositionAt)
    const checksumAt = Number(position.readBigUInt64LE())
    if (checksumAt !== statSync(file).size - idLength) throw new Error(`${file} is not a ZIM file with a checksum.`)
    const places = [uuidAt]
    for await (const place of findIndexes(file)) places.push(place + indexBeginning.length)
    for (const [index, place] of places.entries()) {
      const id = createHash('md5').update(`${index} ${identity}`).digest()
      writeSync(descriptor, id, 0, idLength, place)
    }
    const hash = createHash('md5')
    for await (const bytes of createReadStream(file, { end: checksumAt - 1 })) hash.update(bytes)
    writeSync(descriptor, hash.digest(), 0, idLength, checksumAt)
  } finally {
    closeSync(descriptor)
  }
}

async function* findIndexes(file: string): AsyncGenerator<number> {
  let before = Buffer.alloc(0)
  let offset = 0
  for await (const piece of createReadStream(file) as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([before, piece])
    for (let at = bytes.indexOf(indexBeginning); at >= 0; at = bytes.indexOf(indexBeginning, at + 1)) yield offset + at
    // The beginning of an index may be split between two pieces.
    before = bytes.subarray(Math.max(0, bytes.length - indexBeginning.length + 1))
    offset += bytes.length - before.length
  }
}
