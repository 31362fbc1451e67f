import { type Formula, scanAnswer } from '@/lib/answer/scan'
import { renderTex, type TexError } from '@/lib/answer/tex'
import { isMarkedTitle } from '@/lib/answer/title'
import type { Match } from '@/lib/core/finding'
import type { AnswerText } from '../../question/answer-text'
import type { QuestionFile } from '../../question/question-file'
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
  for (const segment of scanAnswer({ text: title, breaks: 'real' })) {
    const error = segment.kind === 'math' ? findError(segment.formula) : undefined
    if (segment.kind !== 'math' || !error) continue
    yield { at: file.inField(field, segment.formula.texOffset + error.position), message: error.message }
  }
}

/** The formulas of an answer that KaTeX rejects. */
export function* findWrongTex(answer: AnswerText): Generator<Match> {
  if (answer.excess) return
  for (const segment of answer.segments) {
    if (segment.kind !== 'math') continue
    const error = findError(segment.formula)
    if (error) yield { at: answer.toFileInFormula(segment.formula, error.position), message: error.message }
  }
}

function findError(formula: Formula): TexError | undefined {
  const rendered = renderTex(formula)
  if ('html' in rendered) return undefined
  const { tex } = formula
  const shown = tex.length > 60 ? `${tex.slice(0, 60)}…` : tex
  const message = `This formula does not compile: ${rendered.error.message}. It reads ${shown.replaceAll('\n', ' ')}`
  return { message, position: rendered.error.position }
}
