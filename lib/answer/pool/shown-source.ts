import type { AnswerSource } from '@/lib/core/answer-source'
import { escapeHtml } from '@/lib/core/escape-html'
import type { RenderedAnswer } from '../render'

/** An answer that is beyond the budget as readers see it: what its author wrote, and a sentence that says so. */
export function toShownSource({ text }: AnswerSource): RenderedAnswer {
  const note = '<p class="source-note">This answer could not be laid out, so you see its source.</p>'
  const html = `${note}<pre class="source" role="group" aria-label="Source" tabindex="0">${escapeHtml(text)}</pre>`
  return { html, headings: [], words: text.match(/\S+/g)?.length ?? 0, formulaFonts: [], hasCode: false }
}
