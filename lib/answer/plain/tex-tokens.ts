const token = /\\(?:[A-Za-z]+\*?|[\s\S]|$)|[{}^_&~]|\s+|[\s\S]/gu

/** How many tokens a height has at most, and how it is written. */
const maxHeight = 12
const height = /^\s*\[\s*-?[\d.]+\s*(?:pt|ex|em|mm|cm|in|mu|px)\s*\]$/

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

  /** Skips the star or the height that may follow the end of a row: `\\*`, `\\[4pt]`. */
  protected skipHeight() {
    if (this.tokens[this.at] === '*') this.at += 1
    const next = this.tokens.slice(this.at, this.at + maxHeight)
    const end = next.indexOf(']') + 1
    if (height.test(next.slice(0, end).join(''))) this.at += end
  }

  /** Skips what follows the command of a definition: the name, the arguments, and the replacement. */
  protected skipDefinition() {
    this.source()
    this.skipSpace('')
    if (this.tokens[this.at] === '[') while (this.at < this.tokens.length && this.tokens[this.at++] !== ']');
    while (/^[#\d]$/.test(this.tokens[this.at] ?? '')) this.at += 1
    this.source()
  }
}
