import type { AnswerSource } from '@/lib/core/answer-source'
import type { PortableForm } from '../portable'
import type { RenderedAnswer } from '../render'
import { showTogether } from './render-pool'

/** The points that an author wrote, each as a one-line source. */
export const toPointSources = (recall: readonly string[]): AnswerSource[] =>
  recall.map((point) => ({ text: point.replace(/\s+/g, ' '), breaks: 'real' }))

/**
 * The points for a reader to recall, as HTML: the author's (`recall`), or those found in the answer. They are rendered in
 * the same form as the answer.
 */
export async function listPoints(recall: string[] | undefined, answer: RenderedAnswer, form?: PortableForm) {
  if (!recall) return { points: answer.points, areAnswers: true, formulaFonts: [] }
  const shown = await showTogether(toPointSources(recall), form)
  return {
    points: shown.map(({ html }) => html.replace(/^<p>((?:(?!<p>)[\s\S])*)<\/p>$/, '$1')),
    areAnswers: false,
    formulaFonts: [...new Set(shown.flatMap(({ formulaFonts }) => formulaFonts))],
  }
}
