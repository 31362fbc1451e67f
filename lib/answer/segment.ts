import type { Formula } from './find-formula'

/**
 * An answer cut into Markdown, code (fences and spans, markers included, and indented lines) and formulas, all line breaks real; `offset`
 * is where a piece begins in the source.
 */
export type Segment =
  | { kind: 'text'; text: string; offset: number }
  | { kind: 'code'; text: string; offset: number }
  | { kind: 'comment'; text: string; offset: number }
  | { kind: 'math'; formula: Formula }

/** Where a piece begins in the source. */
export const startOf = (segment: Segment) => (segment.kind === 'math' ? segment.formula.offset : segment.offset)
