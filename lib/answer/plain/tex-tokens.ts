const token = /\\(?:[A-Za-z]+\*?|[\s\S]|$)|[{}^_&~]|\s+|[\s\S]/gu

/** The tokens of a formula, read from the first to the last: commands, braces, scripts, spaces and letters. */
export class TexTokens {
  protected readonly tokens: readonly string[]
  /** Which is read next. */
  protected at = 0

  constructor(tex: string) {
    this.tokens = tex.match(token) ?? []
  }

  /** The next group or token as it is written. */
  protected source(): string {
    this.skipSpace('')
    if (this.tokens[this.at] !== '{') return this.tokens[this.at++] ?? ''
    const start = ++this.at
    for (let open = 1; this.at < this.tokens.length; this.at += 1) {
      if (this.tokens[this.at] === '{') open += 1
      else if (this.tokens[this.at] === '}') open -= 1
      if (open === 0) break
    }
    const written = this.tokens.slice(start, this.at).join('')
    this.at += 1
    return written
  }

  /** Passes over spaces, which end the name of a command and are not shown. */
  protected skipSpace(text: string): string {
    while (/^\s/.test(this.tokens[this.at] ?? '')) this.at += 1
    return text
  }
}
