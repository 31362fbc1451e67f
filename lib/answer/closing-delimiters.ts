/** Finds the next closing delimiter in a text. Offsets must not decrease between calls. */
export class ClosingDelimiters {
  /** Cached: searching again each time for one that is far away would take quadratic time. */
  private readonly known = new Map<string, number>()

  constructor(private readonly text: string) {}

  /** The offset of the next `close` from `start` on; -1 if there is none. */
  find(close: string, start: number): number {
    const known = this.known.get(close)
    if (known !== undefined && (known === -1 || known >= start)) return known
    const end = close === '$$' ? this.findDoubleDollar(start) : this.text.indexOf(close, start)
    this.known.set(close, end)
    return end
  }

  /** Exactly two dollar signs; escaped ones do not count. */
  private findDoubleDollar(start: number): number {
    const signs = /\\[\s\S]|\$+/g
    signs.lastIndex = start
    for (let found = signs.exec(this.text); found; found = signs.exec(this.text))
      if (found[0] === '$$') return found.index
    return -1
  }
}
