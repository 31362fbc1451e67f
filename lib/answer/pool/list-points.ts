import type { AnswerSource } from '@/lib/core/answer-source'
import type { PortableForm } from '../portable'
import type { RenderedAnswer } from '../render'
import { showTogether } from './render-pool'

/** The points that an author wrote, each a text of its own in one line. */
export const toPointSources = (recall: readonly string[]): AnswerSource[] =>
  recall.map((point) => ({ text: point.replace(/\s+/g, ' '), breaks: 'real' }))

/**
 * The points that somebody who knows an answer recalls, as HTML: the author's (`recall`), or those that the answer
 * makes, which it marks by `data-point`. They are in the form of the answer.
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
