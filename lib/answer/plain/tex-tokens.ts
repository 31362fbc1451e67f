const token = /\\(?:[A-Za-z]+\*?|[\s\S]|$)|[{}^_&~]|\s+|[\s\S]/gu

/** The tokens of a formula, read in order: commands, braces, script marks, spaces and letters. */
export class TexTokens {
  protected readonly tokens: readonly string[]
  /** The index of the next token. */
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

  /** Skips spaces, which end the name of a command and are not shown; returns `text`. */
  protected skipSpace(text: string): string {
    while (/^\s/.test(this.tokens[this.at] ?? '')) this.at += 1
    return text
  }
}
