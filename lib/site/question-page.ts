import 'server-only'
import { cache } from 'react'
import { listPoints } from '@/lib/answer/pool/list-points'
import { showAnswer } from '@/lib/answer/pool/render-pool'
import { toSourceHtml } from '@/lib/answer/source-line'
import { getLibrary } from '@/lib/library/current'
import { drawHeading } from './draw-heading'

/** Everything that a question's page shows, read once for its head and body; undefined if there is no such question. */
export const readQuestion = cache((subject: string, slug: string) => getLibrary().readQuestion({ subject, slug }))

/** The same with its answer as HTML, and its heading too if it has more than plain text. */
export async function getQuestionPage({ subject, slug }: { subject: string; slug: string }) {
  const page = await readQuestion(subject, slug)
  if (!page) return undefined
  const answer = await showAnswer(page.question.answer)
  const { markedHeading, recall } = page.question.details
  const { points, areAnswers, formulaFonts: fontsOfPoints } = await listPoints(recall, answer)
  const heading = markedHeading === undefined ? undefined : await drawHeading(markedHeading)
  const formulaFonts = [...new Set([...(heading?.formulaFonts ?? []), ...fontsOfPoints, ...answer.formulaFonts])]
  return {
    ...page,
    headingHtml: heading?.html,
    sources: (page.question.details.sources ?? []).map(toSourceHtml),
    points: { list: points, areAnswers },
    answer: { ...answer, formulaFonts },
  }
}
