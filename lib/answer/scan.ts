import type { AnswerSource } from '@/lib/core/answer-source'
import { addressStart, endOfAddress } from './addresses'
import { type Formula, FormulaFinder } from './find-formula'
import { LineBreaks } from './line-breaks'
import { type Code, CodeSpans, readFence } from './read-code'
import { isCommandInText } from './tex-commands'

/**
 * An answer cut into Markdown, code (fences and spans, markers included) and formulas, all line breaks real; `offset`
 * is where a piece begins in the source.
 */
export type Segment =
  | { kind: 'text'; text: string; offset: number }
  | { kind: 'code'; text: string; offset: number }
  | { kind: 'math'; formula: Formula }

const special = new RegExp(`[\\n\\\\\`$]|${addressStart}`, 'gi')
const backticks = /`+/y
const dollars = /\$+/y

/**
 * Takes an answer apart before Markdown sees it, because Markdown would eat the backslashes of TeX, and because
 * what `\n` means depends on where it stands: in text, in a formula, in a program's string.
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
  /** The last two characters of the running text: to ask the text itself would have it copied. */
  private before = ''
  private textStart = 0
  private at = 0
  private lineStart = 0

  constructor(source: AnswerSource) {
    this.raw = source.text
    this.breaks = new LineBreaks(source)
    this.codeSpans = new CodeSpans(this.raw, this.breaks)
    this.formulas = new FormulaFinder(source)
  }

  scan(): Segment[] {
    while (this.at < this.raw.length) {
      if (this.at === this.lineStart && this.takeCode(readFence(this.raw, this.at, this.breaks))) continue
      const char = this.raw[this.at] as string
      if (char === '\n') this.takeBreak(1)
      else if (char === '\\') this.takeBackslash()
      else if (char === '`') this.takeBackticks()
      else if (char === '$') this.takeDollars()
      else this.takePlain()
    }
    this.flush()
    return this.segments
  }

  /** Takes an address, or what means nothing to this scanner. */
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
