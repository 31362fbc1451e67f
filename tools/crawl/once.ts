import { hashAddress } from '@/lib/core/address-hash'

/** Tells of texts whether they came before, and on which page: by their hash, some 40 bytes each. */
export class Once {
  private readonly pages = new Map<number, number>()

  /** The page that had the text before; undefined where this one is the first. */
  findEarlier(text: string, page: number): number | undefined {
    const hash = hashAddress(text)
    const earlier = this.pages.get(hash)
    if (earlier === undefined) this.pages.set(hash, page)
    return earlier
  }
}
