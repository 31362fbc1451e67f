import { renderTex } from '@/lib/answer/tex'
import type { Match } from '@/lib/core/finding'
import type { AnswerText } from '../../question/answer-text'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'tex',
  severity: 'error',
  expects: 'Formulas are TeX that KaTeX can show.',
  why: 'A formula that does not compile is shown as its source.',
  wrong: '$\\frac{1}{2$',
  right: '$\\frac{1}{2}$',

  findInQuestion: ({ answer }) => findWrongTex(answer),
}

/** The formulas of an answer that KaTeX rejects. */
export function* findWrongTex(answer: AnswerText): Generator<Match> {
  if (answer.excess) return
  for (const segment of answer.segments) {
    if (segment.kind !== 'math') continue
    const rendered = renderTex(segment.formula)
    if ('html' in rendered) continue
    const { tex } = segment.formula
    const shown = tex.length > 60 ? `${tex.slice(0, 60)}…` : tex
    const message = `This formula does not compile: ${rendered.error.message}. It reads ${shown.replaceAll('\n', ' ')}`
    yield { at: answer.toFileInFormula(segment.formula, rendered.error.position), message }
  }
}
