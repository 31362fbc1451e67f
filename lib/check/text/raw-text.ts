import { scanAnswer } from '@/lib/answer/scan'
import { isMentioned, toWord } from './mentioned'

const frontMatter = /^\uFEFF?---[ \t]*(?:\r\n?|\n)[\s\S]*?[\r\n]---[ \t]*(?=[\r\n]|$)/
/** A quoted YAML text on one line. */
const quotedText = /^([ \t]*(?:-|[\w-]+:)[ \t]+)(["'])([^\r\n]*)\2(?=[ \t]*$)/gm

/** The raw text of a question file, and which parts of it are code; offsets are those of the file. */
export class RawText {
  private codes: Uint8Array | undefined
  private plain: string | undefined

  constructor(readonly raw: string) {}

  /** Whether a character is in a program or between backticks. */
  isCode(at: number): boolean {
    this.codes ??= this.findCode()
    return this.codes[at] === 1
  }

  /**
   * Whether a part may be meant literally: it is in code, or is mentioned; `toMeant` returns what a text should be if it
   * is a mistake.
   */
  isMentionOf(start: number, end: number, toMeant: (text: string) => string, words?: RegExp): boolean {
    if (this.isCode(start)) return true
    const part = { start, end }
    const word = toWord(this.withoutQuotes, part)
    const meanings = [part, word].map((range) => toMeant(this.raw.slice(range.start, range.end)))
    return isMentioned(this.withoutQuotes, part, meanings, words)
  }

  /** The same text without the quotation marks that only YAML needs. */
  private get withoutQuotes(): string {
    this.plain ??= this.raw.replace(frontMatter, (yaml) => yaml.replace(quotedText, '$1 $3 '))
    return this.plain
  }

  private findCode(): Uint8Array {
    const text = this.raw.replace(/\r\n?/g, (end) => '\n'.padStart(end.length))
    const bodyStart = frontMatter.exec(this.raw)?.[0].length ?? 0
    const codes = new Uint8Array(text.length)
    const mark = (part: string, start: number, breaks: 'real' | 'real-in-field') => {
      for (const segment of scanAnswer({ text: part, breaks })) {
        if (segment.kind !== 'code') continue
        const from = start + segment.offset
        codes.fill(1, from, from + segment.text.length)
      }
    }
    mark(text.slice(0, bodyStart), 0, 'real-in-field')
    mark(text.slice(bodyStart), bodyStart, 'real')
    return codes
  }
}
