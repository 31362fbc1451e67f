import { hashAddress } from '@/lib/core/address-hash'
import { AddressLog } from './address-log'

/** What a crawl came to know of an address. */
export const fate = { unseen: 0, canonical: 1, hidden: 2, file: 3, bad: 4 } as const
export type Fate = (typeof fate)[keyof typeof fate]

const inSitemap = 8

/**
 * Every address that a crawl found. Of each it holds in memory: the address by its hash (some 40 bytes with its entry in
 * the map), where it stands in the log (8), which page linked to it first (4), the clicks from home (1), and what it was
 * found to be (1). Nothing grows with what stands on the pages.
 */
export class Pages {
  private readonly log = new AddressLog()
  private readonly numbers = new Map<number, number>()
  private linkedFrom = new Uint32Array(1024)
  private clicks = new Uint8Array(1024)
  private fates = new Uint8Array(1024)

  get length() {
    return this.log.length
  }

  /** Notes an address that a page links to, unless it is known. */
  add(address: string, from: number, clicks: number) {
    const hash = hashAddress(address)
    if (this.numbers.has(hash)) return
    const number = this.log.add(address)
    this.numbers.set(hash, number)
    if (number === this.clicks.length) this.grow()
    this.linkedFrom[number] = from
    this.clicks[number] = Math.min(clicks, 255)
  }

  find(address: string): number | undefined {
    return this.numbers.get(hashAddress(address))
  }

  getAddress = (number: number) => this.log.get(number)
  getClicks = (number: number) => this.clicks[number] ?? 0
  getLinkedFrom = (number: number) => this.log.get(this.linkedFrom[number] ?? 0)
  getFate = (number: number) => ((this.fates[number] ?? 0) & 7) as Fate
  isInSitemap = (number: number) => ((this.fates[number] ?? 0) & inSitemap) !== 0

  setFate(number: number, found: Fate) {
    this.fates[number] = ((this.fates[number] ?? 0) & ~7) | found
  }

  setInSitemap(number: number) {
    this.fates[number] = (this.fates[number] ?? 0) | inSitemap
  }

  close() {
    this.log.close()
  }

  private grow() {
    this.linkedFrom = copy(this.linkedFrom, new Uint32Array(this.linkedFrom.length * 2))
    this.clicks = copy(this.clicks, new Uint8Array(this.clicks.length * 2))
    this.fates = copy(this.fates, new Uint8Array(this.fates.length * 2))
  }
}

function copy<Numbers extends Uint8Array | Uint32Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from)
  return to
}
