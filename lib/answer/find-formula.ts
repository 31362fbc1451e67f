import type { AnswerSource } from '@/lib/core/answer-source'
import { ClosingDelimiters } from './closing-delimiters'
import { decodeTex } from './decode-tex'
import { isMathBetweenDollars, isProse } from './dollar'
import { isTextInRoundBrackets, isTextInSquareBrackets } from './escaped-bracket'
import { findMathCode, findMathFence, mayHaveMathFence } from './github-formula'
import { LineBreaks } from './line-breaks'
import { countQuotes, isOnlyMarks, removePrefix, toLinePrefix } from './line-prefix'
import { toSourceOffset } from './source-offset'
import { endOfTexWords } from './tex-words'

/**
 * A formula of an answer: its TeX, its source with delimiters as in the file, and the offsets of both. In a quote or list
 * item, `prefix` is what its other lines begin with in the source.
 */
export type Formula = {
  tex: string
  display: boolean
  source: string
  offset: number
  texOffset: number
  prefix: string
}

/** Where a formula may begin, the beginning of that line, and the two characters before it. */
export type Place = { at: number; lineStart: number; before: string }

/** The content between two delimiters, from `start` to `end`, with its line breaks decoded. */
type Inner = { start: number; end: number; closeLength: number; content: string; prefix: string }

/** Environments in which some authors write formulas without delimiters. */
const environment =
  /\\begin\{((?:(?:small|[pbBvV])?matrix|x?x?align|x?x?alignat|dmath|eqnarray|equation|flalign|gather|multline)\*?|[dr]?cases|drcases|d?array|subarray|aligned|alignedat|gathered|multlined|split|CD|displaymath)\}/y
const reference = /\\(?:eq)?ref\{([^{}\n$`]{1,100})\}/y

/** Anything longer is not a formula: otherwise, thousands of \( before one \) would each be read up to it. */
const longestFormula = 10_000
/** The limit for `$…$` with words. */
const longestWithWords = 2_000

/** The rest of a sentence, and another paragraph: `the PID is $$ here`, with the next `$$` far below. */
const leavesParagraph = /^[ \t]*\S[^\n]*\n[ \t]*\n/

/** Finds the formulas of an answer. Places must not go backwards between calls. */
export class FormulaFinder {
  private readonly raw: string
  private readonly breaks: LineBreaks
  private readonly inField: boolean
  private line = { start: -1, inQuote: false, inTable: false }
  private readonly closings: ClosingDelimiters
  private labels: Set<string | undefined> | undefined
  private readonly mayHaveFence: boolean

  constructor(source: AnswerSource) {
    this.raw = source.text
    this.closings = new ClosingDelimiters(source.text)
    this.breaks = new LineBreaks(source)
    this.inField = source.breaks !== 'real'
    this.mayHaveFence = source.breaks === 'real' && mayHaveMathFence(source.text)
  }

  /** The formula that begins with the backslash at a place, if any. */
  atBackslash(place: Place): Formula | undefined {
    const next = this.raw[place.at + 1]
    if (next === '(') return this.inBrackets(place, '\\(', '\\)')
    if (next === '[') return this.inBrackets(place, '\\[', '\\]')
    if (next === 'e' || next === 'r') return this.asReference(place)
    return next === 'b' ? this.inEnvironment(place) : undefined
  }

  /** The formula that begins with the one or two dollar signs at a place, if any. */
  atDollar(place: Place, run: number): Formula | undefined {
    if (run === 2) return this.betweenDoubleDollars(place)
    if (this.raw[place.at + 1] === '`') return this.inCode(place)
    return run === 1 ? this.betweenDollars(place) : undefined
  }

  /** The formula in the fence that begins on the line at `lineStart`, if any. */
  inFence(lineStart: number): Formula | undefined {
    const fence = this.mayHaveFence ? findMathFence(this.raw, lineStart) : undefined
    if (!fence) return undefined
    const place = { at: fence.open, lineStart, before: '' }
    const inner = this.toInner(place, fence.start, fence.end, fence.close - fence.end, true)
    return inner && inner.content.trim() !== '' ? this.toFormula(place, inner, true) : undefined
  }

  private inCode(place: Place): Formula | undefined {
    const code = findMathCode(this.raw, place.at)
    const inner = code && this.toInner(place, code.start, code.end, code.close - code.end, false)
    return inner && this.toFormula(place, inner, false)
  }

  /** `$…$`, unless it is money: the next dollar sign must close it, and the content must look like a formula. */
  private betweenDollars(place: Place): Formula | undefined {
    const start = place.at + 1
    const inQuote = this.lineOf(place).inQuote
    let limit = this.raw.length
    let end = start
    while (end < limit && this.raw[end] !== '$') {
      if (this.raw[end] === '`' || this.breaks.isParagraphEnd(end, inQuote)) return undefined
      const next = this.raw[end] === '\\' ? this.afterBackslash(end, inQuote) : end + 1
      // Words may contain dollar signs, and each of them is tried in turn.
      if (next > end + 2) limit = Math.min(limit, start + longestWithWords)
      end = next
    }
    if (end >= limit || this.raw.slice(start, end).trim() === '') return undefined
    const inner = this.toInner(place, start, end, 1, false)
    return inner && this.isBetweenDollars(place, inner) ? this.toFormula(place, inner, false) : undefined
  }

  private isBetweenDollars(place: Place, { content, end, closeLength }: Inner): boolean {
    const after = this.breaks.charAt(end + closeLength)
    return isMathBetweenDollars({ content, before: place.before, after, inTable: this.lineOf(place).inTable })
  }

  /** The end of an escaped character, or of a command with words (`\text{…}`), which may have dollar signs and backticks. */
  private afterBackslash(at: number, inQuote: boolean): number {
    const end = endOfTexWords(this.raw, at)
    return end > at && !this.breaks.hasParagraphEnd(at, end, inQuote) ? end : at + 2
  }

  private betweenDoubleDollars(place: Place): Formula | undefined {
    const start = place.at + 2
    const end = this.closings.find('$$', start)
    if (end === -1) return undefined
    const inner = this.toInner(place, start, end, 2, true)
    if (!inner || inner.content.trim() === '' || inner.content.includes('```') || isProse(inner.content))
      return undefined
    if (leavesParagraph.test(inner.content) && !isOnlyMarks(this.raw.slice(place.lineStart, place.at))) return undefined
    const inSentence = !inner.content.includes('\n') && !this.isAlone(place, inner)
    if (inSentence && !this.isBetweenDollars(place, inner)) return undefined
    // KaTeX accepts these in display formulas only.
    return this.toFormula(place, inner, !inSentence || /\\(?:begin|label|tag)\b/.test(inner.content))
  }

  private inBrackets(place: Place, open: string, close: string): Formula | undefined {
    const start = place.at + 2
    const end = this.closings.find(close, start)
    if (end === -1 || end - start > longestFormula || this.opensAgain(open, start, end)) return undefined
    const display = open === '\\['
    const inner = this.toInner(place, start, end, 2, display)
    if (!inner || inner.content.trim() === '' || inner.content.includes('```') || isProse(inner.content))
      return undefined
    const { content } = inner
    const after = this.breaks.charAt(end + 2)
    const between = { content, before: place.before, after, alone: this.isAlone(place, inner) }
    if (display && isTextInSquareBrackets(between)) return undefined
    // In the field `answer`, `\(x\)` is how formulas are written.
    if (!display && !this.inField && isTextInRoundBrackets(between)) return undefined
    return this.toFormula(place, inner, display)
  }

  /** Whether there is another opening delimiter between two offsets: then no formula begins before it. */
  private opensAgain(open: string, start: number, end: number): boolean {
    const next = this.raw.indexOf(open, start)
    return next !== -1 && next < end && this.raw[next - 1] !== '\\'
  }

  private inEnvironment(place: Place): Formula | undefined {
    environment.lastIndex = place.at
    const name = environment.exec(this.raw)?.[1]
    if (!name) return undefined
    const close = `\\end{${name}}`
    const end = this.endOfEnvironment(place.at, `\\begin{${name}}`, close)
    const inner = end === -1 ? undefined : this.toInner(place, place.at, end + close.length, 0, true)
    return inner && this.toFormula(place, inner, true)
  }

  /** The closing of the environment that opens at `at`, after those of nested ones of the same name. */
  private endOfEnvironment(at: number, open: string, close: string): number {
    let end = this.closings.find(close, at)
    for (let inner = at; end !== -1; end = this.raw.indexOf(close, end + 1)) {
      inner = this.raw.indexOf(open, inner + 1)
      if (inner === -1 || inner > end) break
    }
    return end
  }

  /** A reference to a formula of this answer, which may be written without delimiters. */
  private asReference(place: Place): Formula | undefined {
    reference.lastIndex = place.at
    const [found, label = ''] = reference.exec(this.raw) ?? []
    if (!found || !this.hasLabel(label)) return undefined
    const inner = this.toInner(place, place.at, place.at + found.length, 0, false)
    return inner && this.toFormula(place, inner, false)
  }

  private hasLabel(name: string): boolean {
    this.labels ??= new Set(Array.from(this.raw.matchAll(/\\label\s*\{([^{}]*)\}/g), ([, label]) => label?.trim()))
    return this.labels.has(name.trim())
  }

  /** Whether a place is in a quote, and whether it is in a table row. */
  private lineOf({ lineStart }: Place) {
    if (this.line.start === lineStart) return this.line
    const begins = this.raw.slice(lineStart, lineStart + 200)
    const inQuote = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*>/.test(begins)
    this.line = { start: lineStart, inQuote, inTable: /^[ \t>]*\|/.test(begins) }
    return this.line
  }

  /** Whether a formula is on lines of its own: only marks, punctuation and its number may be beside it. */
  private isAlone({ at, lineStart }: Place, { end, closeLength }: Inner): boolean {
    const after = this.raw.slice(end + closeLength, end + closeLength + 40)
    return (
      isOnlyMarks(this.raw.slice(lineStart, at)) &&
      /^[ \t]*[.,;:]?[*_]{0,3}(?:[ \t]*\(\d[\d.]*[a-z]?\))?[ \t]*(?:\\n|\n|\r|$)/.test(after)
    )
  }

  /** The content between two delimiters; undefined if a quote ends between them. */
  private toInner(place: Place, start: number, end: number, closeLength: number, display: boolean): Inner | undefined {
    const written = this.raw.slice(start, end)
    const decoded = this.breaks.literal ? decodeTex(written, display) : written
    const inner = { start, end, closeLength }
    if (!decoded.includes('\n')) return { ...inner, content: decoded, prefix: '' }
    const prefix = toLinePrefix(this.raw.slice(place.lineStart, Math.min(place.at, place.lineStart + 2_000)))
    if (countQuotes(prefix) > 0 && /\n[ \t]*\n/.test(decoded)) return undefined
    return { ...inner, content: removePrefix(decoded, prefix), prefix }
  }

  private toFormula({ at }: Place, { start, end, closeLength, content, prefix }: Inner, display: boolean): Formula {
    const tex = content.trim()
    const leading = content.length - content.trimStart().length
    const texOffset = start + toSourceOffset(this.raw.slice(start, end), content, leading, prefix)
    return { tex, display, source: this.raw.slice(at, end + closeLength), offset: at, texOffset, prefix }
  }
}
