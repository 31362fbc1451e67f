/** Tells where each closing delimiter is next in a text. To be asked from its beginning to its end. */
export class ClosingDelimiters {
  /** Looked for again and again, one that is far would cost a square. */
  private readonly known = new Map<string, number>()

  constructor(private readonly text: string) {}

  /** Where `close` is next, from `start` on; -1 where it is not. */
  find(close: string, start: number): number {
    const known = this.known.get(close)
    if (known !== undefined && (known === -1 || known >= start)) return known
    const end = close === '$$' ? this.findDoubleDollar(start) : this.text.indexOf(close, start)
    this.known.set(close, end)
    return end
  }

  /** Two dollar signs, no more and no fewer; those behind a backslash are not counted. */
  private findDoubleDollar(start: number): number {
    const signs = /\\[\s\S]|\$+/g
    signs.lastIndex = start
    for (let found = signs.exec(this.text); found; found = signs.exec(this.text))
      if (found[0] === '$$') return found.index
    return -1
  }
}
