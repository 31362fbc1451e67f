import { escapeHtml } from '@/lib/core/escape-html'
import type { Piece } from './plain/emphasis-runs'
import { toFormulaText } from './plain/formula-text'
import { readInline } from './plain/inline'
import { scanAnswer } from './scan'
import type { Segment } from './segment'

/** What a title may have besides words: marks of code, emphasis, formulas, entities and escapes. */
const mayHaveMarks = /[\\&[*_~`$<]/
const noLabels: ReadonlySet<string> = new Set()

/** A title, or another line of text, as readers see it: without marks, with formulas as people would type them. */
export function toPlainLine(line: string): string {
  const text = mayHaveMarks.test(line) ? readLine(line, ({ text }) => text, toMarkedText) : line
  return text.replace(/\s+/g, ' ').trim() || line
}

/**
 * A title as HTML for lists, with code and emphasis as elements and formulas as text; undefined if it has neither code nor
 * emphasis. Everything that its author wrote is escaped.
 */
export function toTitleHtml(title: string): string | undefined {
  if (!mayHaveMarks.test(title)) return undefined
  const html = readLine(title, toPieceHtml, (segment) => {
    const text = escapeHtml(toMarkedText(segment))
    return segment.kind === 'code' ? `<code>${text}</code>` : text
  })
  return html.includes('<') ? html : undefined
}

/** Longer than any title that people write: rendering a longer one would delay other requests. */
const longestMarked = 500

/** Whether a title has more than words, so that its page renders it with `renderTitle`. */
export const isMarkedTitle = (title: string) =>
  mayHaveMarks.test(title) &&
  title.length <= longestMarked &&
  (toTitleHtml(title) !== undefined || scan(title).some(({ kind }) => kind === 'math'))

/** A formula or a piece of code within a line. */
export type Marked = Exclude<Segment, { kind: 'text' | 'comment' }>

const scan = (line: string) => scanAnswer({ text: line, breaks: 'real' })

/** Joins a line from its pieces, and the code and formulas between them, as the callbacks show them. */
export function readLine(
  line: string,
  show: (piece: Piece) => string,
  showMarked: (segment: Marked) => string,
): string {
  const segments = scan(line)
  const source = segments.map((segment, index) => {
    if (isMarked(segment)) return `\uE000${index}\uE001`
    return segment.kind === 'comment' ? '' : segment.text.replace(/[\uE000\uE001]/g, '\uFFFD')
  })
  return readInline(source.join(''), { labels: noLabels, isTitle: true })
    .map(show)
    .join('')
    .replace(/\uE000(\d+)\uE001/g, (_, index: string) => showMarked(segments[Number(index)] as Marked))
}

/** Code must be a span: a line cannot have a fence, even if it begins like one. */
const isMarked = (segment: Segment): segment is Marked =>
  segment.kind === 'math' || (segment.kind === 'code' && /^(`+)[^`](?:.*[^`])?\1$/s.test(segment.text))

/** Code without its backticks, or a formula as people would type it. */
export function toMarkedText(segment: Marked): string {
  if (segment.kind === 'math') return toFormulaText(segment.formula.tex)
  const marks = /^`*/.exec(segment.text)?.[0].length ?? 0
  return segment.text.slice(marks, segment.text.length - marks).trim()
}

/** A piece as HTML: escaped, with the tags of its emphasis. */
export const toPieceHtml = ({ closes, text, opens }: Piece) => `${closes}${escapeHtml(text)}${opens}`
