import 'katex/contrib/mhchem'
import type { Formula } from '@/lib/answer/find-formula'
import { AnswerFormulas } from '@/lib/answer/formula/answer-formulas'
import { listFormulas, scanAnswer } from '@/lib/answer/scan'
import { isMarkedTitle } from '@/lib/answer/title'
import { shorten } from '@/lib/core/excerpt'
import type { Match } from '@/lib/core/finding'
import type { AnswerText } from '../../question/answer-text'
import type { QuestionFile } from '../../question/question-file'
import { findRemedy } from '../../question/tex-remedy'
import type { Rule } from '../../rule'

export const rule: Rule = {
  name: 'tex',
  severity: 'error',
  expects: 'Formulas are TeX that KaTeX can show.',
  why: 'A formula that does not compile is shown as its source, in a title as text.',
  wrong: '$\\frac{1}{2$',
  right: '$\\frac{1}{2}$',

  *findInQuestion(file) {
    for (const field of ['title', 'article_title']) yield* findInTitle(file, field)
    yield* findWrongTex(file.answer)
  },
}

/** The formulas of a title, which its page draws. */
function* findInTitle(file: QuestionFile, field: string): Generator<Match> {
  const title = file.getText(field)
  if (title === undefined || !isMarkedTitle(title)) return
  for (const { formula, position, message } of findErrors(listFormulas(scanAnswer({ text: title, breaks: 'real' })))) {
    yield { at: file.inField(field, formula.texOffset + position), message }
  }
}

/** The formulas of an answer that KaTeX rejects. */
export function* findWrongTex(answer: AnswerText): Generator<Match> {
  if (answer.excess) return
  for (const { formula, position, message } of findErrors(listFormulas(answer.segments))) {
    yield { at: answer.toFileInFormula(formula, position), message }
  }
}

/** What is wrong with formulas that are drawn together, and where in the TeX of each. */
function* findErrors(formulas: readonly Formula[]) {
  const rendering = new AnswerFormulas(formulas)
  for (const formula of formulas) {
    const rendered = rendering.render(formula)
    if ('html' in rendered) continue
    const { tex } = formula
    const shown = shorten(tex, 60).replaceAll('\n', ' ')
    const reason = rendered.error.message.replace(/\.$/, '')
    const remedy = findRemedy(reason)
    const message = `This formula does not compile: ${reason}.${remedy && ` ${remedy}`} It reads ${shown}`
    yield { formula, position: rendered.error.position, message }
  }
}
