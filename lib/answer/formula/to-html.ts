import { escapeHtml } from '@/lib/core/escape-html'
import type { Formula } from '../find-formula'
import type { AnswerFormulas } from './answer-formulas'
import { defines } from './macros'

/** A line of this many characters may be wider than a phone. */
const wideFrom = 22

/** Whether a rendered inline formula has a part (KaTeX's `katex-base`) that may be wider than a phone. */
const isWide = (html: string) =>
  html.split('<span class="katex-base">').some((base, index) => index > 0 && countLetters(base) >= wideFrom)

const countLetters = (html: string) => html.replace(/<[^>]*>/g, '').length

const countDrawn = (html: string) => countLetters(html.slice(html.indexOf('<span class="katex-html"')))

/** A formula that only defines commands draws nothing. */
const isEmpty = ({ tex }: Formula, html: string) => tex.search(defines) === 0 && countDrawn(html) === 0

/**
 * A formula as HTML for a paragraph. A wide one scrolls on its own; one that does not compile is shown as its source.
 */
export function toFormulaHtml(formula: Formula, formulas: AnswerFormulas): string {
  const rendered = formulas.render(formula)
  if ('error' in rendered) {
    const title = escapeHtml(`This formula does not compile: ${rendered.error.message}`)
    return `<code class="tex-error" title="${title}" translate="no">${escapeHtml(formula.tex)}</code>`
  }
  const { html, display, id } = rendered
  if (isEmpty(formula, html)) return ''
  // KaTeX does not break display formulas.
  const wide = display ? countDrawn(html) >= wideFrom : isWide(html)
  if (!display && !wide) return html
  const name = display ? 'formula' : 'formula-wide'
  // Only formulas that scroll are focusable: an answer may have fifty formulas.
  const stop = wide ? ' role="group" aria-label="Formula" tabindex="0"' : ''
  return `<span class="${name}"${id ? ` id="${id}"` : ''}${stop}>${html}</span>`
}
