import type { AnswerSource } from '@/lib/core/answer-source'
import { scanAnswer } from './scan'

/** An answer as Markdown that other programs read: line breaks are real, formulas stand between `$` or `$$`. */
export function toMarkdown(source: AnswerSource): string {
  return scanAnswer(source)
    .map((segment) => {
      if (segment.kind !== 'math') return segment.text
      const { tex, display } = segment.formula
      return display ? `$$${tex}$$` : `$${tex}$`
    })
    .join('')
    .trim()
}
