const step = 512

/** The weights of many pages, in bytes, as counts of a bounded number of sizes. */
export class Weights {
  private readonly counts = new Uint32Array(4096)
  pages = 0
  largest = 0

  add(bytes: number) {
    const size = Math.min(Math.floor(bytes / step), this.counts.length - 1)
    this.counts[size] = (this.counts[size] ?? 0) + 1
    this.pages += 1
    this.largest = Math.max(this.largest, bytes)
  }

  /** The weight that half of the pages do not exceed, to half a kilobyte; 0 without any. */
  get median(): number {
    let left = this.pages / 2
    for (const [size, count] of this.counts.entries()) {
      left -= count
      if (left <= 0 && this.pages > 0) return (size + 1) * step
    }
    return 0
  }
}
