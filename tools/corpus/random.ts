/** A small, fast pseudo-random number generator: the same seed gives the same numbers everywhere (mulberry32). */
export class Random {
  private state: number

  constructor(...seeds: number[]) {
    this.state = 0x9e3779b9
    for (const seed of seeds) {
      this.state = Math.imul(this.state ^ seed, 0x85ebca6b)
      this.state ^= this.state >>> 13
    }
  }

  /** A number from 0 (inclusive) to 1 (exclusive). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  /** A whole number from 0 (inclusive) to `below` (exclusive). */
  below(below: number): number {
    return Math.floor(this.next() * below)
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item
  }
}
