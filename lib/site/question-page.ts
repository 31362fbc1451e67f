import 'server-only'
import { cache } from 'react'
import { showAnswer } from '@/lib/answer/pool/render-pool'
import type { RenderedAnswer } from '@/lib/answer/render'
import { getLibrary } from '@/lib/library/current'

/**
 * Everything that the page of a question shows, read once for its head and body; undefined if there is no such
 * question.
 */
export const readQuestion = cache((subject: string, slug: string) => getLibrary().readQuestion({ subject, slug }))

/** The same with its answer as HTML, and its heading where it has more than words. */
export async function getQuestionPage({ subject, slug }: { subject: string; slug: string }) {
  const page = await readQuestion(subject, slug)
  if (!page) return undefined
  const answer = await showAnswer(page.question.answer)
  const { markedHeading, recall } = page.question.details
  const points = await listPoints(recall, answer)
  const heading = markedHeading === undefined ? undefined : await drawHeading(markedHeading)
  const formulaFonts = [...new Set([...(heading?.formulaFonts ?? []), ...points.formulaFonts, ...answer.formulaFonts])]
  return { ...page, headingHtml: heading?.html, points, answer: { ...answer, formulaFonts } }
}

/** Few headings have a formula: what draws them is loaded for the first that has marks. */
async function drawHeading(title: string) {
  const { renderTitle } = await import('@/lib/answer/draw-title')
  return renderTitle(title)
}

/**
 * The points that somebody who knows an answer recalls: the author's, or those that it makes. `html` is one list with an
 * item each; the nth item of an answer's own is marked in it by `data-point`.
 */
async function listPoints(recall: string[] | undefined, answer: RenderedAnswer) {
  if (!recall) {
    const html = `<ul>${answer.points.map((point) => `<li>${point}</li>`).join('')}</ul>`
    return { count: answer.points.length, html, areAnswers: true, formulaFonts: [] }
  }
  const text = recall.map((point) => `- ${point.replace(/\s+/g, ' ')}`).join('\n')
  const { html, formulaFonts } = await showAnswer({ text, breaks: 'real' })
  return { count: recall.length, html, areAnswers: false, formulaFonts }
}
