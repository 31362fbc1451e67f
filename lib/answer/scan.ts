import type { AnswerSource } from '@/lib/core/answer-source'
import { emptyComment, findCommentEnd, isLineStart } from './comments'
import { decodeCode } from './decode-code'
import { decodeTex } from './decode-tex'
import { isMathBetweenDollars, isProse } from './dollar'
import { readFenceInfo } from './fence-info'
import { IndentedCode } from './indented-code'
import { toSourceOffset } from './source-offset'
import { isCommandInMath, isCommandInText } from './tex-commands'

/** A formula of an answer: its TeX, the source with delimiters as the file has it, and where the two begin. */
export type Formula = { tex: string; display: boolean; source: string; offset: number; texOffset: number }

/**
 * An answer cut into Markdown, code (fences and spans, markers included, and indented lines) and formulas, all line breaks real; `offset`
 * is where a piece begins in the source.
 */
export type Segment =
  | { kind: 'text'; text: string; offset: number }
  | { kind: 'code'; text: string; offset: number }
  | { kind: 'comment'; text: string; offset: number }
  | { kind: 'math'; formula: Formula }

// Each character can be taken in one way only: a line of bullets with two spaces between them would else be tried in 2ⁿ ways.
const fence = /(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(`{3,}|~{3,})/y
const special = /[\n\\`$<]/g
const environment =
  /\\begin\{((?:small|[pbBvV])?matrix|cases|rcases|array|aligned|align\*?|gathered|gather\*?|equation\*?|split)\}/y

/** What is longer is no formula: thousands of \( before one \) would else be read to that end each. */
const longestFormula = 10_000

/**
 * Takes an answer apart before Markdown sees it, because Markdown would eat the backslashes of TeX, and because
 * what `\n` means depends on where it stands: in text, in a formula, in a program's string.
 */
export function scanAnswer(source: AnswerSource): Segment[] {
  return new Scanner(source).scan()
}

class Scanner {
  private readonly raw: string
  private readonly literal: boolean
  private readonly segments: Segment[] = []
  private text = ''
  private textStart = 0
  private at = 0
  private lineStart = true
  /** Closing delimiters that the rest of the source does not have; looked for again and again, they would cost a square. */
  private readonly missing = new Set<string>()
  private readonly indentedCode: IndentedCode | undefined

  constructor(source: AnswerSource) {
    this.raw = source.text
    this.literal = source.breaks === 'literal'
    this.indentedCode = source.breaks === 'real' ? new IndentedCode() : undefined
  }

  scan(): Segment[] {
    while (this.at < this.raw.length) {
      if (this.lineStart && (this.takeIndentedCode() || this.takeFence())) continue
      this.lineStart = false
      const char = this.raw[this.at] as string
      if (char === '\n') this.takeBreak(1)
      else if (char === '\\') this.takeBackslash()
      else if (char === '`') this.takeCodeSpan()
      else if (char === '$') this.takeDollar()
      else if (char === '<') this.takeComment() || this.take(1)
      else this.take(this.plainLength())
    }
    this.flush()
    return this.segments
  }

  /** A comment, with the spaces behind it; in a line of its own it stays one, for it ends a paragraph. */
  private takeComment(): boolean {
    const end = findCommentEnd(this.raw, this.at, (text, from) => this.find(text, from))
    if (end === -1) return false
    const begins = this.text.includes('\n') || this.segments.length === 0
    const isFirst = begins && isLineStart(this.text.slice(this.text.lastIndexOf('\n') + 1))
    const rest = isFirst ? end + (/^[ \t]*/.exec(this.raw.slice(end, end + 100))?.[0].length ?? 0) : end
    const isAlone = isFirst && (rest === this.raw.length || this.breakLength(rest) > 0)
    this.push({ kind: 'comment', text: isAlone ? emptyComment : '', offset: this.at }, rest)
    return true
  }

  /** How many characters follow, from here, that mean nothing to this scanner. */
  private plainLength(): number {
    special.lastIndex = this.at
    return (special.exec(this.raw)?.index ?? this.raw.length) - this.at
  }

  /** Moves `length` characters into the running text, as they are or as `text`. */
  private take(length: number, text = this.raw.slice(this.at, this.at + length)) {
    if (this.text === '') this.textStart = this.at
    this.text += text
    this.at += length
  }

  private takeBreak(length: number) {
    this.take(length, '\n')
    this.lineStart = true
  }

  private push(segment: Segment, end: number) {
    this.flush()
    this.segments.push(segment)
    this.at = end
  }

  private flush() {
    if (this.text !== '') this.segments.push({ kind: 'text', text: this.text, offset: this.textStart })
    this.text = ''
  }

  private takeBackslash() {
    const next = this.raw[this.at + 1] ?? ''
    if (this.literal && next === 'n' && !isCommandInText(this.raw, this.at)) this.takeBreak(2)
    else if (this.literal && this.raw.startsWith('\\\\n', this.at)) {
      this.take(1, '\\\\')
      this.takeBreak(2)
    } else if (next === '(' && this.takeMath('\\(', '\\)', false)) return
    else if (next === '[' && this.takeMath('\\[', '\\]', true)) return
    else if (next === 'b' && this.takeEnvironment()) return
    else this.take(/[!-/:-@[-`{-~]/.test(next) ? 2 : 1)
  }

  private takeDollar() {
    const run = /^\$+/.exec(this.raw.slice(this.at, this.at + 4))?.[0].length ?? 1
    if (run === 2 && this.takeMath('$$', '$$', true)) return
    if (run === 1 && this.takeDollarMath()) return
    this.take(run)
  }

  /** `$…$`, unless it is money: the next dollar must close it, and what is between must look like a formula. */
  private takeDollarMath(): boolean {
    const start = this.at + 1
    let end = start
    while (end < this.raw.length && this.raw[end] !== '$') {
      if (this.raw[end] === '`' || this.isParagraphEnd(end)) return false
      end += this.raw[end] === '\\' ? 2 : 1
    }
    const content = this.raw.slice(start, end)
    if (end >= this.raw.length || !isMathBetweenDollars(content, this.raw[end + 1] ?? '')) return false
    this.pushMath(start, end, 1, false)
    return true
  }

  /** A formula between two delimiters; false, and nothing taken, where the second is missing. */
  private takeMath(open: string, close: string, display: boolean): boolean {
    const start = this.at + open.length
    const end = this.find(close, start)
    if (end === -1 || this.raw.slice(start, end).trim() === '') return false
    if (open !== close && end - start > longestFormula) return false
    if (this.raw.slice(start, end).includes('```') || isProse(this.raw.slice(start, end))) return false
    this.pushMath(start, end, close.length, display)
    return true
  }

  private takeEnvironment(): boolean {
    environment.lastIndex = this.at
    const name = environment.exec(this.raw)?.[1]
    if (!name) return false
    const close = `\\end{${name}}`
    const end = this.find(close, this.at)
    if (end === -1) return false
    this.pushMath(this.at, end + close.length, 0, true)
    return true
  }

  /** Where `close` stands next, from `start` on; -1 where it does not. */
  private find(close: string, start: number): number {
    if (this.missing.has(close)) return -1
    const end = this.raw.indexOf(close, start)
    if (end === -1) this.missing.add(close)
    return end
  }

  private pushMath(start: number, end: number, closeLength: number, display: boolean) {
    const source = this.raw.slice(this.at, end + closeLength)
    const content = this.raw.slice(start, end)
    const decoded = this.literal ? decodeTex(content, display) : content
    const tex = decoded.trim()
    const texOffset = start + toSourceOffset(content, decoded, decoded.length - decoded.trimStart().length)
    this.push({ kind: 'math', formula: { tex, display, source, offset: this.at, texOffset } }, end + closeLength)
  }

  /** A code span keeps every character: `\n` between backticks is what the reader is meant to see. */
  private takeCodeSpan() {
    const run = /^`+/.exec(this.raw.slice(this.at))?.[0] ?? '`'
    const close = new RegExp(`(?<!\`)${run}(?!\`)`, 'g')
    close.lastIndex = this.at + run.length
    const end = close.exec(this.raw)?.index ?? -1
    if (end === -1 || this.hasParagraphEnd(this.at, end)) return this.take(run.length)
    const span = this.raw.slice(this.at, end + run.length)
    const text = this.literal ? span.replaceAll('\\\\n', '\\n') : span
    this.push({ kind: 'code', text, offset: this.at }, end + run.length)
  }

  /** A fenced block, from the line of its opening fence through that of its closing one. */
  private takeFence(): boolean {
    fence.lastIndex = this.at
    const open = fence.exec(this.raw)
    const marker = open?.[1]
    if (!open || !marker) return false
    const infoStart = this.at + open[0].length
    const infoEnd = this.breakFrom(infoStart)
    const info = this.raw.slice(infoStart, infoEnd)
    if (marker[0] === '`' && info.includes('`')) return false

    const lineBreak = this.literal ? '(?:\\\\n|\\n)' : '\\n'
    const close = new RegExp(`${lineBreak}([ \\t>]*${marker[0]}{${marker.length},}[ \\t]*)(?=${lineBreak}|$)`, 'g')
    close.lastIndex = infoEnd
    const closing = close.exec(this.raw)
    const bodyStart = infoEnd + this.breakLength(infoEnd)
    const body = this.raw.slice(bodyStart, Math.max(bodyStart, closing?.index ?? this.raw.length))
    const code = this.literal ? decodeCode(body, readFenceInfo(info).language) : body
    const text = `${open[0]}${info}\n${code}\n${closing?.[1] ?? ''}`
    this.push({ kind: 'code', text, offset: this.at }, closing ? closing.index + closing[0].length : this.raw.length)
    this.lineStart = false
    return true
  }

  /** A line of code by indentation, which only a body has. */
  private takeIndentedCode(): boolean {
    if (!this.indentedCode) return false
    const lineEnd = this.breakFrom(this.at)
    const line = this.raw.slice(this.at, lineEnd)
    if (!this.indentedCode.isCode(line)) return false
    this.push({ kind: 'code', text: line, offset: this.at }, lineEnd)
    this.lineStart = false
    return true
  }

  private breakLength(at: number): number {
    if (this.raw[at] === '\n') return 1
    return this.literal && this.raw.startsWith('\\n', at) ? 2 : 0
  }

  private breakFrom(from: number): number {
    let at = from
    while (at < this.raw.length && this.breakLength(at) === 0) at += 1
    return at
  }

  /** Whether an empty line begins here. */
  private isParagraphEnd(at: number): boolean {
    const first = this.breakLength(at)
    if (first === 0 || (this.literal && isCommandInMath(this.raw, at, false))) return false
    let next = at + first
    while (this.raw[next] === ' ') next += 1
    return this.breakLength(next) > 0
  }

  private hasParagraphEnd(from: number, to: number): boolean {
    for (let at = from; at < to; at += 1) if (this.isParagraphEnd(at)) return true
    return false
  }
}
