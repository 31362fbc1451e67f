import type { AnswerSource } from '@/lib/core/answer-source'
import { scanAnswer } from './scan'
import { withoutTags } from './tags'

/** The words of an answer without Markdown's marks; formulas as their TeX, programs as they are. For search and excerpts. */
export function toPlainText(source: AnswerSource): string {
  return scanAnswer(source)
    .map((segment) => {
      if (segment.kind === 'math') return segment.formula.tex
      if (segment.kind === 'code') return segment.text.replace(/^[ \t]*[`~]{3,}.*$/gm, '').replace(/^`+|(?<!`)`+$/g, '')
      return segment.kind === 'comment' ? '' : withoutMarks(withoutTags(segment.text))
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Every pattern is bounded or can match in one way only, so none is quadratic in thousands of brackets or spaces. */
const withoutMarks = (markdown: string) =>
  markdown
    .replace(/!?\[([^\][]{0,1000})\]\([^)]{0,1000}\)/g, '$1')
    .replace(/^[ \t]*(?:#{1,6}|>|[-*+]|\d+[.)])[ \t]+/gm, '')
    .replace(/\*\*|__|~~|^[-*_|: ]{3,}$/gm, '')
    .replace(/(^|\W)[*_](\S[^*_]*)[*_](?=\W|$)/g, '$1$2')
    .replace(/\|/g, ' ')
    .replace(/&nbsp;/g, ' ')
