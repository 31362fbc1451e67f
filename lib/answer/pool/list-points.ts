import type { PortableForm } from '../portable'
import type { RenderedAnswer } from '../render'
import { showAnswer } from './render-pool'

/**
 * The points that somebody who knows an answer recalls, as HTML: the author's (`recall`), or those that the answer
 * makes, which it marks by `data-point`. They are in the form of the answer.
 */
export async function listPoints(recall: string[] | undefined, answer: RenderedAnswer, form?: PortableForm) {
  if (!recall) return { points: answer.points, areAnswers: true, formulaFonts: [] }
  const shown = await Promise.all(
    recall.map((point) => showAnswer({ text: point.replace(/\s+/g, ' '), breaks: 'real' }, form)),
  )
  return {
    points: shown.map(({ html }) => html.replace(/^<p>((?:(?!<p>)[\s\S])*)<\/p>$/, '$1')),
    areAnswers: false,
    formulaFonts: [...new Set(shown.flatMap(({ formulaFonts }) => formulaFonts))],
  }
}
