import { decodeCode } from './decode-code'
import { readFenceInfo } from './fence-info'
import type { LineBreaks } from './line-breaks'

/** Code of an answer, with its delimiters and real line breaks, and its end in the source. */
export type Code = { text: string; end: number }

// Unambiguous at each character: otherwise, a line of bullets with two spaces between them would be tried in 2ⁿ ways.
const fence = /(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(`{3,}|~{3,})/y

/** The fenced block that begins at the line start `at`, from its opening fence through its closing one. */
export function readFence(raw: string, at: number, breaks: LineBreaks): Code | undefined {
  fence.lastIndex = at
  const open = fence.exec(raw)
  const marker = open?.[1]
  if (!open || !marker) return undefined
  const infoStart = at + open[0].length
  const infoEnd = breaks.next(infoStart)
  const info = raw.slice(infoStart, infoEnd)
  if (marker[0] === '`' && info.includes('`')) return undefined

  const lineBreak = breaks.literal ? '(?:\\\\n|\\n)' : '\\n'
  const close = new RegExp(`${lineBreak}([ \\t>]*${marker[0]}{${marker.length},}[ \\t]*)(?=${lineBreak}|$)`, 'g')
  close.lastIndex = infoEnd
  const closing = close.exec(raw)
  const bodyStart = infoEnd + breaks.lengthAt(infoEnd)
  const body = raw.slice(bodyStart, Math.max(bodyStart, closing?.index ?? raw.length))
  const code = breaks.literal ? decodeCode(body, readFenceInfo(info).language) : body
  const closingLine = closing ? `\n${closing[1]}` : code.endsWith('\n') ? '' : '\n'
  const text = `${open[0]}${info}\n${code}${closingLine}`
  return { text, end: closing ? closing.index + closing[0].length : raw.length }
}

/** Reads the code spans of an answer, in order. */
export class CodeSpans {
  /** The next run of each number of backticks, cached: repeated searches for a distant one would take quadratic time. */
  private readonly closings = new Map<number, number>()

  constructor(
    private readonly raw: string,
    private readonly breaks: LineBreaks,
  ) {}

  /**
   * The code span that begins with the `run` backticks at `at`. It keeps every character: the reader is meant to see the
   * `\n` between backticks.
   */
  read(at: number, run: number): Code | undefined {
    const close = this.find(run, at + run)
    if (close === -1 || this.breaks.hasParagraphEnd(at, close, false)) return undefined
    const span = this.raw.slice(at, close + run)
    return { text: this.breaks.literal ? span.replaceAll('\\\\n', '\\n') : span, end: close + run }
  }

  private find(run: number, start: number): number {
    const known = this.closings.get(run)
    if (known !== undefined && (known === -1 || known >= start)) return known
    const close = new RegExp(`(?<!\`)\`{${run}}(?!\`)`, 'g')
    close.lastIndex = start
    const found = close.exec(this.raw)?.index ?? -1
    this.closings.set(run, found)
    return found
  }
}
