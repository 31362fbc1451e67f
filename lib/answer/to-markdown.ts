import type { AnswerSource } from '@/lib/core/answer-source'
import { scanAnswer } from './scan'
import { type Segment, startOf } from './segment'
import { isCommandInText } from './tex-commands'

/**
 * An answer as Markdown for other programs: with real line breaks, and formulas between `$` or `$$`. Unless
 * `withComments`, a comment becomes an empty one that still separates the paragraphs around it.
 */
export function toMarkdown(source: AnswerSource, { withComments = false } = {}): string {
  const segments = scanAnswer(source)
  const shown = withComments ? segments : withoutEnds(segments)
  const markdown = shown.map((segment, index) => {
    if (segment.kind === 'comment') return withComments ? toComment(source, segment, shown[index + 1]) : segment.text
    if (segment.kind !== 'math') return segment.text
    const { display, prefix } = segment.formula
    const tex = segment.formula.tex.replaceAll('\n', `\n${prefix}`)
    return display ? `$$${tex}$$` : `$${tex}$`
  })
  // The first line may be indented code, so its indentation stays.
  return markdown
    .join('')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
}

/** Drops comments at the beginning and at the end, which separate nothing. */
function withoutEnds(segments: readonly Segment[]): readonly Segment[] {
  const isShown = (segment: Segment) =>
    segment.kind !== 'comment' && !(segment.kind === 'text' && isBlank(segment.text))
  return segments.slice(segments.findIndex(isShown), segments.findLastIndex(isShown) + 1)
}

const isBlank = (text: string) => text.trim() === ''

/** A comment as its author wrote it, with real line breaks. */
function toComment({ text, breaks }: AnswerSource, comment: Segment, next: Segment | undefined): string {
  const written = text.slice(startOf(comment), next && startOf(next))
  if (breaks === 'real') return written
  return written.replace(/(?<!\\)\\n/g, (mark, at) => (isCommandInText(written, at) ? mark : '\n'))
}
