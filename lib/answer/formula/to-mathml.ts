import { escapeHtml } from '@/lib/core/escape-html'
import type { Formula } from '../find-formula'
import type { AnswerFormulas } from './answer-formulas'

const math = /<math[\s\S]*<\/math>/
const annotation = /<annotation [^>]*>[\s\S]*?<\/annotation>/g

/** A formula as MathML, its TeX the text for those who cannot see it; as its source where it does not compile. */
export function toMathMl(formula: Formula, formulas: AnswerFormulas): string {
  const rendered = formulas.render(formula)
  if ('error' in rendered) return `<code>${escapeHtml(formula.tex)}</code>`
  const found = math.exec(rendered.html)?.[0]
  // A reference to another formula, whose id is not there.
  if (!found) return rendered.html.replace(/<\/?a\b[^>]*>/g, '')
  return found
    .replace(annotation, '')
    .replace('<math ', `<math alttext="${escapeHtml(formula.tex).replace(/\s+/g, ' ')}" `)
}
