import { escapeHtml } from '@/lib/core/escape-html'
import { type FormulaFont, listFormulaFonts } from './formula-fonts'
import { renderTex } from './tex'
import { readLine, toMarkedText, toPieceHtml } from './title'

/** Longer formulas, and those that define commands, are shown as text: a title is drawn by the thread that serves. */
const longestDrawn = 200
const definesCommands = /\\(?:[egx]?def|let|futurelet|global|(?:re)?newcommand|providecommand)(?![A-Za-z])/

/** A title as HTML for its page, its formulas drawn, with the fonts that these need. */
export function renderTitle(title: string): { html: string; formulaFonts: FormulaFont[] } {
  let hasFormulas = false
  const html = readLine(title, toPieceHtml, (segment) => {
    const text = escapeHtml(toMarkedText(segment))
    if (segment.kind === 'code') return `<code>${text}</code>`
    const { tex } = segment.formula
    if (tex.length > longestDrawn || definesCommands.test(tex)) return text
    const rendered = renderTex({ tex, display: false })
    if ('error' in rendered) return text
    hasFormulas = true
    return rendered.html
  })
  return { html, formulaFonts: hasFormulas ? listFormulaFonts(html) : [] }
}
