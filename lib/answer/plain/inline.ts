import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import { decodeNumericCharacterReference } from 'micromark-util-decode-numeric-character-reference'
import { toLowered, toRaised } from '@/lib/core/tex-symbols'
import { EmphasisRuns, type Piece } from './emphasis-runs'

export type InlineOptions = {
  /** The labels of link definitions, in lower case. */
  labels: ReadonlySet<string>
  /** Titles are read more strictly: what is not clearly a mark stays as written. */
  isTitle?: boolean
}

type Bracket = { piece: Piece; start: number }

const special = /[\\&<![\]*_~]/g
const hasSpecial = /[\\&<![\]*_~]/
const reference = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,31}));/y
const autolink = /<((?:https?|ftp|mailto):[^<>\s]{1,2000}|[\w.+-]{1,64}@[\w.-]{1,255})>/iy
const smallText = /<(sub|sup)>([^<\n]{1,60})<\/\1>/iy
const tag = /<(?:br[ \t]{0,9}\/?|\/?(?:sub|sup|kbd|details|summary))>/iy
const wikiLink = /!?\[\[(?=[^[\]\n]{0,200}\p{L}{2})([^[\]|\n]{1,200})(?:\|([^[\]|\n]{1,200}))?\]\]/uy
const noteMark = /\[(\^[^\]\s]{1,100})\]/y
const target =
  /\(\s{0,20}(?:<([^<>\n]{0,1000})>|((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.){0,500}\)){0,1000}))(?:\s{1,20}(?:"[^"]{0,500}"|'[^']{0,500}'|\([^()]{0,500}\)))?\s{0,20}\)/y
const label = /\[([^[\]]{0,999})\]/y
const escapedInTitle = /[\\*_`$~[\]]/

/** The pieces of a paragraph that a reader sees; formulas and code in it must be placeholders. */
export function readInline(source: string, options: InlineOptions): Piece[] {
  return hasSpecial.test(source) ? new InlineReader(source, options).read() : [{ text: source, closes: '', opens: '' }]
}

/** The pieces as one text, without emphasis. */
export const toInlineText = (source: string, options: InlineOptions) =>
  readInline(source, options)
    .map(({ text }) => text)
    .join('')

class InlineReader {
  private readonly pieces: Piece[] = []
  private readonly brackets: Bracket[] = []
  private readonly emphasis: EmphasisRuns
  private at = 0

  constructor(
    private readonly source: string,
    private readonly options: InlineOptions,
  ) {
    this.emphasis = new EmphasisRuns(source, options.isTitle === true)
  }

  read(): Piece[] {
    while (this.at < this.source.length) {
      special.lastIndex = this.at
      const next = special.exec(this.source)?.index ?? this.source.length
      if (next > this.at) this.add(this.source.slice(this.at, next))
      this.at = next
      if (next < this.source.length) this.take(this.source[next] as string)
    }
    return this.pieces
  }

  private add(text: string): Piece {
    const piece = { text, closes: '', opens: '' }
    this.pieces.push(piece)
    return piece
  }

  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.source) ?? undefined
    if (found) this.at = pattern.lastIndex
    return found
  }

  private take(char: string) {
    if (char === '\\') this.takeBackslash()
    else if (char === '&') this.takeReference()
    else if (char === '<') this.takeTag()
    else if (char === '!' || char === '[') this.takeOpening(char)
    else if (char === ']') this.takeClosing()
    else this.takeRun(char)
  }

  private takeBackslash() {
    const next = this.source[this.at + 1] ?? ''
    const isEscape = this.options.isTitle ? escapedInTitle.test(next) : /[!-/:-@[-`{-~\n]/.test(next)
    this.add(isEscape ? next : '\\')
    this.at += isEscape ? 2 : 1
  }

  private takeReference() {
    const found = this.match(reference)
    const [written, decimal, hexadecimal, name] = found ?? []
    if (name !== undefined) this.add(decodeNamedCharacterReference(name) || (written as string))
    else if (decimal !== undefined) this.add(decodeNumericCharacterReference(decimal, 10))
    else if (hexadecimal !== undefined) this.add(decodeNumericCharacterReference(hexadecimal, 16))
    else this.takeLiteral('&')
  }

  private takeTag() {
    const address = this.match(autolink)
    if (address) return void this.add(address[1] as string)
    if (this.options.isTitle) return this.takeLiteral('<')
    const [, kind, inside] = this.match(smallText) ?? []
    if (kind !== undefined && inside !== undefined) {
      const text = toInlineText(inside, this.options)
      const small = kind.toLowerCase() === 'sub' ? toLowered(text) : toRaised(text)
      return void this.add(small ?? text)
    }
    const found = this.match(tag)?.[0]
    if (found === undefined) return this.takeLiteral('<')
    this.add(/br|details|summary/i.test(found) ? ' ' : '')
  }

  private takeOpening(char: string) {
    const wiki = this.options.isTitle ? undefined : this.match(wikiLink)
    if (wiki) return void this.add(wiki[0].startsWith('!') ? '' : (wiki[2] ?? (wiki[1] as string)).trim())
    if (this.takeNoteMark()) return
    const length = char === '!' ? 2 : 1
    if (char === '!' && this.source[this.at + 1] !== '[') return this.takeLiteral('!')
    const start = this.at + length
    this.brackets.push({ piece: this.add(this.source.slice(this.at, start)), start })
    this.at = start
  }

  /** Drops the mark of a footnote, even a number whose footnote is missing; `[^a-z]` is neither. */
  private takeNoteMark(): boolean {
    const before = this.at
    const label = this.match(noteMark)?.[1]
    if (label === undefined) return false
    if (!this.options.isTitle && (/^\^\d+$/.test(label) || this.options.labels.has(toLabel(label)))) return true
    this.at = before
    return false
  }

  private takeClosing() {
    const opening = this.brackets.pop()
    const end = this.at
    this.at += 1
    if (opening && this.isLink(opening, end)) opening.piece.text = ''
    else this.add(']')
  }

  /** Whether the bracket that closes at `end` belongs to a link or an image, whose target is then skipped. */
  private isLink({ start }: Bracket, end: number): boolean {
    const before = this.at
    const found = this.match(target)
    if (found && (!this.options.isTitle || /^(?:https?:|mailto:|[/#.])/.test(found[1] ?? found[2] ?? ''))) return true
    this.at = before
    if (this.options.labels.size === 0) return false
    const own = end - start <= 999 ? this.source.slice(start, end) : ''
    const full = this.match(label)
    if (this.options.labels.has(toLabel(full?.[1] || own))) return true
    this.at = before
    return full !== undefined && this.options.labels.has(toLabel(own))
  }

  private takeRun(mark: string) {
    const start = this.at
    while (this.source[this.at] === mark) this.at += 1
    this.emphasis.take(this.add(this.source.slice(start, this.at)), start)
  }

  private takeLiteral(char: string) {
    this.add(char)
    this.at += 1
  }
}

/** Normalises the label of a link for comparison: lower case, single spaces. */
export const toLabel = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase()
