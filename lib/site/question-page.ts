import 'server-only'
import { cache } from 'react'
import { showAnswer } from '@/lib/answer/pool/render-pool'
import { getLibrary } from '@/lib/library/current'

/**
 * Everything that the page of a question shows, read once for its head and body; undefined if there is no such
 * question.
 */
export const readQuestion = cache((subject: string, slug: string) => getLibrary().readQuestion({ subject, slug }))

/** The same with its answer as HTML. */
export async function getQuestionPage({ subject, slug }: { subject: string; slug: string }) {
  const page = await readQuestion(subject, slug)
  return page && { ...page, answer: await showAnswer(page.question.answer) }
}
