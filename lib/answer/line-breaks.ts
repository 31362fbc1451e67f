import type { AnswerSource } from '@/lib/core/answer-source'
import { isCommandInMath, isCommandInText } from './tex-commands'

/** The line breaks of an answer: real ones, and in the old format (`literal`) also the two characters `\n`. */
export class LineBreaks {
  readonly literal: boolean
  private readonly text: string

  constructor({ text, breaks }: AnswerSource) {
    this.text = text
    this.literal = breaks === 'literal'
  }

  /** The length of the line break at an offset; 0 if there is none. */
  lengthAt(at: number): number {
    if (this.text[at] === '\n') return 1
    return this.literal && this.text.startsWith('\\n', at) ? 2 : 0
  }

  /** The offset of the next line break, or of the text's end. */
  next(from: number): number {
    let at = from
    while (at < this.text.length && this.lengthAt(at) === 0) at += 1
    return at
  }

  /** The character at an offset, `\n` for a line break of either kind; '' after the end. */
  charAt(at: number): string {
    const isBreak = this.literal && this.text.startsWith('\\n', at) && !isCommandInText(this.text, at)
    return isBreak ? '\n' : (this.text[at] ?? '')
  }

  /** Whether an empty line follows here; in a quote it may have quote markers. */
  isParagraphEnd(at: number, inQuote: boolean): boolean {
    const first = this.lengthAt(at)
    if (first === 0 || (this.literal && isCommandInMath(this.text, at, false))) return false
    let next = at + first
    while (this.text[next] === ' ' || (inQuote && this.text[next] === '>')) next += 1
    return this.lengthAt(next) > 0
  }

  hasParagraphEnd(from: number, to: number, inQuote: boolean): boolean {
    for (let at = from; at < to; at += 1) if (this.isParagraphEnd(at, inQuote)) return true
    return false
  }
}
