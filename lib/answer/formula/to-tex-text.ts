import { escapeHtml } from '@/lib/core/escape-html'
import type { Formula } from '../find-formula'

/** What MathJax would load, link or style by, or make other commands of: KaTeX refuses the same. */
const refused =
  /\\(?:href|url|includegraphics|require|unicode|style|class|cssId|csname|mmlToken|bbox|html[A-Za-z]*|data)(?![A-Za-z])/

/** A formula as TeX between the delimiters that MathJax knows; as code where it has what may not be run elsewhere. */
export function toTexText({ tex, display }: Formula): string {
  if (refused.test(tex)) return `<code>${escapeHtml(tex)}</code>`
  const text = escapeHtml(tex)
  return display ? `\\[${text}\\]` : `\\(${text}\\)`
}
