import type { Formula } from './find-formula'

/**
 * A segment of an answer: Markdown, code (fences and spans, delimiters included, and indented lines), a comment, or a
 * formula. All line breaks are real; `offset` is where it begins in the source.
 */
export type Segment =
  | { kind: 'text'; text: string; offset: number }
  | { kind: 'code'; text: string; offset: number }
  | { kind: 'comment'; text: string; offset: number }
  | { kind: 'math'; formula: Formula }

/** The offset of a segment in the source. */
export const startOf = (segment: Segment) => (segment.kind === 'math' ? segment.formula.offset : segment.offset)
