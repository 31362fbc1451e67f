import 'katex/contrib/mhchem'
import { escapeHtml } from '@/lib/core/escape-html'
import { AnswerFormulas } from './formula/answer-formulas'
import { type FormulaFont, listFormulaFonts } from './formula-fonts'
import { readLine, toMarkedText, toPieceHtml } from './title'

/** Longer formulas, and those that define commands, are shown as text: titles are not rendered in a thread with a budget. */
const longestDrawn = 200
const definesCommands = /\\(?:[egx]?def|let|futurelet|global|(?:re)?newcommand|providecommand)(?![A-Za-z])/

/** A title as HTML for its page, with its formulas drawn, and the fonts that they need. */
export function renderTitle(title: string): { html: string; formulaFonts: FormulaFont[] } {
  let hasFormulas = false
  const html = readLine(title, toPieceHtml, (segment) => {
    const text = escapeHtml(toMarkedText(segment))
    if (segment.kind === 'code') return `<code translate="no">${text}</code>`
    const { tex } = segment.formula
    if (tex.length > longestDrawn || definesCommands.test(tex)) return text
    const rendered = new AnswerFormulas([segment.formula]).render({ ...segment.formula, display: false })
    if ('error' in rendered || rendered.display) return text
    hasFormulas = true
    return rendered.html
  })
  return { html, formulaFonts: hasFormulas ? listFormulaFonts(html) : [] }
}
