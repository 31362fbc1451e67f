import katex from 'katex'
import { escapeHtml } from './escape'
import type { Formula } from './scan'

const options = {
  output: 'htmlAndMathml',
  throwOnError: true,
  strict: 'ignore',
  trust: false,
  maxExpand: 1000,
  maxSize: 40,
} as const

/** Why KaTeX refuses a formula, and the offset in its TeX where it stopped. */
export type TexError = { message: string; position: number }

/** A formula as HTML with MathML for screen readers, or why it does not compile. */
export function renderTex(formula: Pick<Formula, 'tex' | 'display'>): { html: string } | { error: TexError } {
  try {
    return { html: katex.renderToString(formula.tex, { ...options, displayMode: formula.display }) }
  } catch (error) {
    if (!(error instanceof katex.ParseError)) throw error
    return { error: { message: error.rawMessage, position: error.position ?? 0 } }
  }
}

/** A formula ready to stand in a paragraph; one that does not compile shows its source, marked. */
export function renderFormula(formula: Formula): string {
  const rendered = renderTex(formula)
  if ('html' in rendered) {
    if (!formula.display) return rendered.html
    return `<span class="formula" role="group" aria-label="Formula" tabindex="0">${rendered.html}</span>`
  }
  const title = escapeHtml(`This formula does not compile: ${rendered.error.message}`)
  return `<code class="tex-error" title="${title}">${escapeHtml(formula.tex)}</code>`
}
