import type { AnswerSource } from '@/lib/core/answer-source'
import { type Segment, startOf } from './segment'

/** Stands for an author's comment in Markdown: it shows nothing and, like the original, ends a paragraph. */
export const emptyComment = '<!---->'

/**
 * The end of the comment (`<!-- … -->`) that begins at `start`, including those that follow it on the same line; -1 if it
 * is not closed. `find` searches for a text from an offset on.
 */
export function findCommentEnd(raw: string, start: number, find: (text: string, from: number) => number): number {
  let end = -1
  for (let at = start; raw.startsWith('<!--', at); ) {
    const close = find('-->', at + 2)
    if (close === -1) break
    end = close + 3
    at = end + (/^[ \t]*/.exec(raw.slice(end, end + 100))?.[0].length ?? 0)
  }
  return end
}

/** Whether only quote and list markers precede a comment on its line. */
export const isLineStart = (line: string) => /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*$/.test(line)

/** The source of an answer without its comments. */
export function removeComments({ text }: AnswerSource, segments: readonly Segment[]): string {
  return segments
    .map((segment, index) => {
      const next = segments[index + 1]
      return segment.kind === 'comment' ? '' : text.slice(startOf(segment), next && startOf(next))
    })
    .join('')
}

/** A text without comments, even those in code. */
export function cutComments(text: string): string {
  let kept = ''
  let at = 0
  for (let start = text.indexOf('<!--'); start !== -1; start = text.indexOf('<!--', at)) {
    const end = text.indexOf('-->', start + 2)
    if (end === -1) break
    kept += text.slice(at, start)
    at = end + 3
  }
  return kept + text.slice(at)
}
