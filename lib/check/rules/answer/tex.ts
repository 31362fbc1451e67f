import 'katex/contrib/mhchem'
import { AnswerFormulas } from '@/lib/answer/formula/answer-formulas'
import { listFormulas } from '@/lib/answer/scan'
import type { Match } from '@/lib/core/finding'
import type { AnswerText } from '../../question/answer-text'
import { findRemedy } from '../../question/tex-remedy'
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
  const formulas = listFormulas(answer.segments)
  const rendering = new AnswerFormulas(formulas)
  for (const formula of formulas) {
    const rendered = rendering.render(formula)
    if ('html' in rendered) continue
    const { tex } = formula
    const shown = (tex.length > 60 ? `${tex.slice(0, 60)}…` : tex).replaceAll('\n', ' ')
    const reason = rendered.error.message.replace(/\.$/, '')
    const remedy = findRemedy(reason)
    const message = `This formula does not compile: ${reason}.${remedy && ` ${remedy}`} It reads ${shown}`
    yield { at: answer.toFileInFormula(formula, rendered.error.position), message }
  }
}
