import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import { decodeNumericCharacterReference } from 'micromark-util-decode-numeric-character-reference'
import { toLowered, toRaised } from '@/lib/core/tex-symbols'

/** A piece of a paragraph: its text, and the tags of emphasis that end before it and begin after it. */
export type Piece = { text: string; closes: string; opens: string }

export type InlineOptions = {
  /** The labels of links that are defined elsewhere, in lower case. */
  labels: ReadonlySet<string>
  /** A title is no paragraph: what is no mark beyond doubt stays as it is written. */
  isTitle?: boolean
}

/** A run of marks: `count` of its `length` are not paired yet. */
type Delimiter = {
  piece: Piece
  mark: string
  count: number
  length: number
  isBoth: boolean
  operandBefore: boolean
  order: number
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
const isSpace = (char: string) => char === '' || /\s/.test(char)
/** Marks of Chinese, Japanese and Korean text are letters to emphasis (lib/answer/emphasis.ts). */
const isCjk = (char: string) => /[\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/.test(char)
const isMark = (char: string) => /[\p{P}\p{S}]/u.test(char) && !isCjk(char)
/** Letters of scripts that put spaces between words, and digits. */
const isWord = (char: string) => /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u.test(char)

/** So many runs of marks may be open: each closing run looks through them. */
const mostOpen = 100

/** Whether a text ends, or begins, with a number or a single letter: what stands beside `*` in a sum. */
const endsInOperand = (text: string) => /(?:\p{N}|(?<![\p{L}\p{N}])\p{L})$/u.test(text)
const beginsWithOperand = (text: string) => /^(?:\p{N}|\p{L}(?![\p{L}\p{N}]))/u.test(text)

/** A paragraph of Markdown as the pieces that a reader sees; formulas and code in it are words in private use. */
export function readInline(source: string, options: InlineOptions): Piece[] {
  return hasSpecial.test(source) ? new InlineReader(source, options).read() : [{ text: source, closes: '', opens: '' }]
}

/** The same as one text, without its emphasis. */
export const toInlineText = (source: string, options: InlineOptions) =>
  readInline(source, options)
    .map(({ text }) => text)
    .join('')

/** The last run that may be closed by another; those behind it open nothing any more. */
function takeOpening(stack: Delimiter[], closing: Delimiter): Delimiter | undefined {
  if (closing.count === 0) return undefined
  const index = stack.findLastIndex((opening) => mayPair(opening, closing))
  if (index >= 0) stack.length = index + 1
  return stack[index]
}

/** Rules 9 and 10 of https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis: `**a*b*c**` is not `*` and `*a*`. */
const mayPair = (opening: Delimiter, closing: Delimiter) =>
  !(opening.isBoth || closing.isBoth) ||
  (opening.length + closing.length) % 3 !== 0 ||
  (opening.length % 3 === 0 && closing.length % 3 === 0)

class InlineReader {
  private readonly pieces: Piece[] = []
  private readonly brackets: Bracket[] = []
  private readonly open = new Map<string, Delimiter[]>()
  private at = 0

  constructor(
    private readonly source: string,
    private readonly options: InlineOptions,
  ) {}

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
    else this.takeDelimiter(char)
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

  /** The mark of a footnote, or a number left over from one: `[^a-z]` is neither. */
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

  /** Whether the bracket that closes at `end` is that of a link or an image, which is then passed over. */
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

  private takeDelimiter(mark: string) {
    const start = this.at
    while (this.source[this.at] === mark) this.at += 1
    const count = this.at - start
    const piece = this.add(this.source.slice(start, this.at))
    if (mark === '~' && count !== 2) return
    const before = this.source[start - 1] ?? ''
    const after = this.source[this.at] ?? ''
    const opens = !isSpace(after) && (!isMark(after) || isSpace(before) || isMark(before) || isCjk(before))
    const isLabel = mark === '*' && count > 1 && /[.,:;!?…]/.test(before) && /[\p{L}\p{N}\uE000]/u.test(after)
    const closes = !isSpace(before) && (!isMark(before) || isSpace(after) || isMark(after) || isCjk(after) || isLabel)
    const canOpen = mark === '_' ? opens && (!closes || isMark(before)) : opens
    const canClose = mark === '_' ? closes && (!opens || isMark(after)) : closes
    const operandBefore = isWord(before) && endsInOperand(this.source.slice(Math.max(0, start - 4), start))
    const isBoth = canOpen && canClose
    const closing = { piece, mark, count, length: count, isBoth, operandBefore, order: start }
    if (canClose) this.close(closing, isWord(after) && beginsWithOperand(this.source.slice(this.at, this.at + 4)))
    if (canOpen && closing.count > 0) {
      const stack = this.open.get(mark) ?? []
      if (stack.length === mostOpen) stack.shift()
      stack.push(closing)
      this.open.set(mark, stack)
    }
  }

  private close(closing: Delimiter, operandAfter: boolean) {
    const stack = this.open.get(closing.mark) ?? []
    for (let opening = takeOpening(stack, closing); opening; opening = takeOpening(stack, closing)) {
      // `2*3*4` and `x**2 + y**2` are sums, whatever Markdown says; `__init__` is a name.
      if (opening.operandBefore && operandAfter) {
        stack.pop()
        closing.count = 0
        return
      }
      if (this.options.isTitle && this.isName(opening, closing)) return
      const count = Math.min(opening.count, closing.count)
      opening.count -= count
      closing.count -= count
      opening.piece.text = opening.mark.repeat(opening.count)
      closing.piece.text = closing.mark.repeat(closing.count)
      if (closing.mark !== '~') this.setTags(opening.piece, closing.piece, count)
      if (opening.count === 0) stack.pop()
      for (const [mark, others] of this.open) {
        while (mark !== closing.mark && (others.at(-1)?.order ?? -1) > opening.order) others.pop()
      }
    }
  }

  private setTags(opening: Piece, closing: Piece, count: number) {
    const names = [...(count % 2 === 1 ? ['em'] : []), ...(count > 1 ? ['strong'] : [])]
    opening.opens = names.map((name) => `<${name}>`).join('') + opening.opens
    closing.closes += names
      .reverse()
      .map((name) => `</${name}>`)
      .join('')
  }

  private isName(opening: Delimiter, closing: Delimiter): boolean {
    if (opening.mark !== '_' || opening.count < 2) return false
    return !this.source.slice(opening.order, closing.order).includes(' ')
  }

  private takeLiteral(char: string) {
    this.add(char)
    this.at += 1
  }
}

/** The label of a link as labels are compared: without case, with one space for many. */
export const toLabel = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase()
