import type { AnswerSource } from '@/lib/core/answer-source'
import { scanAnswer } from './scan'

/** An answer as Markdown for other programs: with real line breaks, and formulas between `$` or `$$`. */
export function toMarkdown(source: AnswerSource): string {
  return scanAnswer(source)
    .map((segment) => {
      if (segment.kind === 'comment') return ''
      if (segment.kind !== 'math') return segment.text
      const { display, prefix } = segment.formula
      const tex = segment.formula.tex.replaceAll('\n', `\n${prefix}`)
      return display ? `$$${tex}$$` : `$${tex}$`
    })
    .join('')
    .trim()
}
