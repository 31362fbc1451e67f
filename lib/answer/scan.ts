import type { AnswerSource } from '@/lib/core/answer-source'
import { addressStart, endOfAddress } from './addresses'
import { emptyComment, findCommentEnd, isLineStart } from './comments'
import { type Formula, FormulaFinder } from './find-formula'
import { IndentedCode } from './indented-code'
import { LineBreaks } from './line-breaks'
import { type Code, CodeSpans, readFence } from './read-code'
import type { Segment } from './segment'
import { isCommandInText } from './tex-commands'

const special = new RegExp(`[\\n\\\\\`$<]|${addressStart}`, 'gi')
const backticks = /`+/y
const dollars = /\$+/y

/**
 * Splits an answer into segments before Markdown sees it, because Markdown would eat the backslashes of TeX, and because
 * the meaning of `\n` depends on where it is: in text, in a formula, in a program's string.
 */
export function scanAnswer(source: AnswerSource): Segment[] {
  return new Scanner(source).scan()
}

export const listFormulas = (segments: readonly Segment[]): Formula[] =>
  segments.flatMap((segment) => (segment.kind === 'math' ? [segment.formula] : []))

class Scanner {
  private readonly raw: string
  private readonly breaks: LineBreaks
  private readonly codeSpans: CodeSpans
  private readonly formulas: FormulaFinder
  private readonly segments: Segment[] = []
  private text = ''
  /** The last two characters of the running text: reading them from the text would flatten it, and so copy it. */
  private before = ''
  private textStart = 0
  private at = 0
  private lineStart = 0
  private readonly indentedCode: IndentedCode | undefined
  /** The next end of a comment, cached: repeated searches for a distant one would take quadratic time. */
  private commentEnd: number | undefined

  constructor(source: AnswerSource) {
    this.raw = source.text
    this.breaks = new LineBreaks(source)
    this.codeSpans = new CodeSpans(this.raw, this.breaks)
    this.formulas = new FormulaFinder(source)
    this.indentedCode = source.breaks === 'real' ? new IndentedCode() : undefined
  }

  scan(): Segment[] {
    while (this.at < this.raw.length) {
      if (this.at === this.lineStart && (this.takeIndentedCode() || this.takeFence())) continue
      const char = this.raw[this.at] as string
      if (char === '\n') this.takeBreak(1)
      else if (char === '\\') this.takeBackslash()
      else if (char === '`') this.takeBackticks()
      else if (char === '$') this.takeDollars()
      else if (char === '<' && this.takeComment()) continue
      else this.takePlain()
    }
    this.flush()
    return this.segments
  }

  private takeFence(): boolean {
    const formula = this.formulas.inFence(this.at)
    if (!formula) return this.takeCode(readFence(this.raw, this.at, this.breaks))
    if (formula.offset > this.at) this.take(formula.offset - this.at)
    return this.takeFormula(formula)
  }

  /** Takes a line of indented code, which only a body has; quote and list markers before it are text. */
  private takeIndentedCode(): boolean {
    if (!this.indentedCode) return false
    const end = this.breaks.next(this.at)
    const line = this.raw.slice(this.at, end)
    const start = this.indentedCode.findCode(line)
    if (start === undefined) return false
    if (start > 0) this.take(start)
    return this.takeCode({ text: line.slice(start), end })
  }

  /** Takes a comment with the spaces after it; on a line of its own it stays a comment, because it ends a paragraph. */
  private takeComment(): boolean {
    const end = findCommentEnd(this.raw, this.at, (text, from) => this.find(text, from))
    if (end === -1) return false
    const isFirst = isLineStart(this.raw.slice(this.lineStart, this.at).slice(-1_000))
    const rest = isFirst ? end + (/^[ \t]*/.exec(this.raw.slice(end, end + 100))?.[0].length ?? 0) : end
    const isAlone = isFirst && (rest === this.raw.length || this.breaks.lengthAt(rest) > 0)
    this.flush()
    this.segments.push({ kind: 'comment', text: isAlone ? emptyComment : '', offset: this.at })
    this.at = rest
    return true
  }

  private find(text: string, from: number): number {
    const known = this.commentEnd
    if (known === undefined || (known !== -1 && known < from)) this.commentEnd = this.raw.indexOf(text, from)
    return this.commentEnd as number
  }

  /** Takes an address, or text that means nothing to this scanner. */
  private takePlain() {
    const address = endOfAddress(this.raw, this.at, this.lineStart, this.breaks.literal)
    if (address > this.at) return this.take(address - this.at)
    special.lastIndex = this.at + 1
    this.take((special.exec(this.raw)?.index ?? this.raw.length) - this.at)
  }

  /** Moves `length` characters into the running text, as they are or as `text`. */
  private take(length: number, text = this.raw.slice(this.at, this.at + length)) {
    if (this.text === '') this.textStart = this.at
    this.text += text
    this.before = text.length > 1 ? text.slice(-2) : this.before.slice(-1) + text
    this.at += length
  }

  private takeBreak(length: number) {
    this.take(length, '\n')
    this.lineStart = this.at
  }

  private flush() {
    if (this.text !== '') this.segments.push({ kind: 'text', text: this.text, offset: this.textStart })
    this.text = ''
    this.before = ''
  }

  private takeBackslash() {
    const next = this.raw[this.at + 1] ?? ''
    if (this.breaks.literal && next === 'n' && !isCommandInText(this.raw, this.at)) this.takeBreak(2)
    else if (this.breaks.literal && this.raw.startsWith('\\\\n', this.at)) {
      this.take(1, '\\\\')
      this.takeBreak(2)
    } else if (!this.takeFormula(this.formulas.atBackslash(this.place))) {
      this.take(/[!-/:-@[-`{-~]/.test(next) ? 2 : 1)
    }
  }

  private takeDollars() {
    const run = this.lengthOf(dollars)
    if (!this.takeFormula(this.formulas.atDollar(this.place, run))) this.take(run)
  }

  private takeBackticks() {
    const run = this.lengthOf(backticks)
    if (!this.takeCode(this.codeSpans.read(this.at, run))) this.take(run)
  }

  private lengthOf(run: RegExp): number {
    run.lastIndex = this.at
    return run.exec(this.raw)?.[0].length ?? 1
  }

  private get place() {
    return { at: this.at, lineStart: this.lineStart, before: this.before }
  }

  private takeFormula(formula: Formula | undefined): boolean {
    if (!formula) return false
    this.flush()
    this.segments.push({ kind: 'math', formula })
    this.at += formula.source.length
    return true
  }

  private takeCode(code: Code | undefined): boolean {
    if (!code) return false
    this.flush()
    this.segments.push({ kind: 'code', text: code.text, offset: this.at })
    this.at = code.end
    return true
  }
}
