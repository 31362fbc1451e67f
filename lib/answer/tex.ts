import katex from 'katex'
import { escapeHtml } from '@/lib/core/escape-html'
import type { Formula } from './find-formula'

const options = {
  output: 'htmlAndMathml',
  throwOnError: true,
  strict: 'ignore',
  trust: false,
  maxExpand: 1000,
  maxSize: 20,
} as const

/** Why KaTeX rejects a formula, and the offset of the error in its TeX. */
export type TexError = { message: string; position: number }

/** A formula as HTML with MathML for screen readers, or why it does not compile. */
export function renderTex(formula: Pick<Formula, 'tex' | 'display'>): { html: string } | { error: TexError } {
  try {
    return { html: katex.renderToString(formula.tex, { ...options, displayMode: formula.display }) }
  } catch (error) {
    // KaTeX recurses at each nested brace.
    if (error instanceof RangeError) return { error: { message: 'Too many braces within braces', position: 0 } }
    if (!(error instanceof katex.ParseError)) throw error
    return { error: { message: error.rawMessage, position: error.position ?? 0 } }
  }
}

/** From this many characters on, a line may be wider than a phone. */
const wideFrom = 22

/** Whether a rendered inline formula has a part (KaTeX's `katex-base`) that may be wider than a phone. */
const isWide = (html: string) =>
  html.split('<span class="katex-base">').some((base, index) => index > 0 && countLetters(base) >= wideFrom)

const countLetters = (html: string) => html.replace(/<[^>]*>/g, '').length

/** Whether a display formula may be wider than a phone; KaTeX does not break these. */
const isLong = (html: string) => countLetters(html.slice(html.indexOf('<span class="katex-html"'))) >= wideFrom

/**
 * A formula as HTML for a paragraph: wide ones scroll by themselves; one that does not compile is shown as its source.
 */
export function renderFormula(formula: Formula): string {
  const rendered = renderTex(formula)
  if ('error' in rendered) {
    const title = escapeHtml(`This formula does not compile: ${rendered.error.message}`)
    return `<code class="tex-error" title="${title}">${escapeHtml(formula.tex)}</code>`
  }
  const wide = formula.display ? isLong(rendered.html) : isWide(rendered.html)
  if (!formula.display && !wide) return rendered.html
  const name = formula.display ? 'formula' : 'formula-wide'
  // Only formulas that scroll are focusable: an answer may have fifty formulas.
  const stop = wide ? ' role="group" aria-label="Formula" tabindex="0"' : ''
  return `<span class="${name}"${stop}>${rendered.html}</span>`
}
