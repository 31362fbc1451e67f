import { escapeHtml } from '@/lib/core/escape-html'
import type { Formula } from '../find-formula'

/** Commands with which MathJax would load, link, style or build other commands. */
const refused =
  /\\(?:href|url|includegraphics|require|unicode|style|class|cssId|csname|mmlToken|bbox|html[A-Za-z]*|data)(?![A-Za-z])/

/** A formula as TeX between the delimiters that MathJax knows; as code if it has a command that must not run elsewhere. */
export function toTexText({ tex, display }: Formula): string {
  if (refused.test(tex)) return `<code>${escapeHtml(tex)}</code>`
  const text = escapeHtml(tex)
  return display ? `\\[${text}\\]` : `\\(${text}\\)`
}
