import type { AnswerSource } from '@/lib/core/answer-source'
import { escapeHtml } from '@/lib/core/escape-html'
import { removeComments } from '../comments'
import type { RenderedAnswer } from '../render'
import { scanAnswer } from '../scan'

/** What readers see of an answer that exceeds the budget: its source without comments, after a sentence that says so. */
export function toShownSource(source: AnswerSource): RenderedAnswer {
  const text = removeComments(source, scanAnswer(source))
  const note = '<p class="source-note">This answer could not be laid out, so you see its source.</p>'
  const html = `${note}<pre class="source" role="group" aria-label="Source" tabindex="0">${escapeHtml(text)}</pre>`
  return { html, outline: [], points: [], words: text.match(/\S+/g)?.length ?? 0, formulaFonts: [], hasCode: false }
}
