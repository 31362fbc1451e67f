import 'server-only'
import { cache } from 'react'
import { showAnswer } from '@/lib/answer/pool/render-pool'
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
  const { markedHeading } = page.question.details
  const heading = markedHeading === undefined ? undefined : await drawHeading(markedHeading)
  const formulaFonts = [...new Set([...(heading?.formulaFonts ?? []), ...answer.formulaFonts])]
  return { ...page, headingHtml: heading?.html, answer: { ...answer, formulaFonts } }
}

/** Few headings have a formula: what draws them is loaded for the first that has marks. */
async function drawHeading(title: string) {
  const { renderTitle } = await import('@/lib/answer/draw-title')
  return renderTitle(title)
}
