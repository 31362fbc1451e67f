import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { LRUCache } from 'lru-cache'

/** Once this many bytes are left, a search reads them in one go. */
const blockSize = 4096

/** Longer than any line of a word list. */
const longestLine = 512

const lineFeed = 10

/**
 * The size of the cache in bytes, enough for some five thousand keys, and the overhead of an entry. People search for the
 * same words again and again.
 */
const cacheSize = 600_000
const entryOverhead = 100

/** A line with its offsets in the file. */
type Line = { key: string; text: string; begin: number; end: number }

/**
 * A text file whose lines are sorted by a key, read by binary search. Memory holds only the lines that searches probe
 * first, and the latest results. The file stays open.
 */
export class SortedFile {
  readonly #file: number
  readonly #begin: number
  readonly #end: number
  readonly #toKey: (line: string) => string
  readonly #middles = new Map<number, Line>()
  readonly #found = new LRUCache<string, { line: string | undefined }>({
    maxSize: cacheSize,
    sizeCalculation: ({ line = '' }, key) => entryOverhead + 2 * (key.length + line.length),
  })
  readonly #read = Buffer.alloc(blockSize + 2 * longestLine)

  /** With `after`, the sorted lines begin after the line with that text, which must be near the beginning. */
  constructor(path: string, toKey: (line: string) => string, after?: string) {
    this.#file = openSync(/* turbopackIgnore: true */ path, 'r')
    this.#toKey = toKey
    this.#end = fstatSync(this.#file).size
    const head = after === undefined ? 0 : this.#readFrom(0, blockSize).indexOf(`${after}\n`)
    if (head < 0) {
      closeSync(this.#file)
      throw new Error(`${path} has no “${after}” near its beginning.`)
    }
    this.#begin = after === undefined ? 0 : head + Buffer.byteLength(after) + 1
  }

  /** The line with a key; undefined if there is none. */
  find(key: string): string | undefined {
    if (key.length > longestLine) return undefined
    const found = this.#found.get(key) ?? { line: this.#search(key) }
    this.#found.set(key, found)
    return found.line
  }

  #search(key: string): string | undefined {
    let [low, high] = [this.#begin, this.#end]
    let block: { text: Buffer; from: number } | undefined
    while (low < high) {
      if (!block && high - low <= blockSize) block = { text: this.#readFrom(low, high - low), from: low }
      const middle = (low + high) >>> 1
      const line = block ? this.#toLine(block.text, block.from, middle) : this.#lineAt(middle)
      if (line.key === key) return line.text
      if (line.key < key) low = line.end + 1
      else high = line.begin
    }
    return undefined
  }

  #lineAt(position: number): Line {
    const known = this.#middles.get(position)
    if (known) return known
    const from = Math.max(this.#begin, position - longestLine)
    const line = this.#toLine(this.#readFrom(from, 2 * longestLine), from, position)
    this.#middles.set(position, line)
    return line
  }

  #toLine(read: Buffer, from: number, position: number): Line {
    const at = position - from
    const begin = at === 0 ? 0 : read.lastIndexOf(lineFeed, at - 1) + 1
    const next = read.indexOf(lineFeed, at)
    const end = next < 0 ? read.length : next
    const text = read.toString('utf8', begin, end)
    return { key: this.#toKey(text), text, begin: from + begin, end: from + end }
  }

  #readFrom(from: number, length: number): Buffer {
    return this.#read.subarray(0, readSync(this.#file, this.#read, 0, length, from))
  }
}
