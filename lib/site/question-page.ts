import 'server-only'
import { renderAnswer } from '@/lib/answer/render'
import type { QuestionKey } from '@/lib/core/types'
import { getLibrary } from '@/lib/library/queries'

/** Everything that the page of a question shows; undefined where there is no such question. */
export async function getQuestionPage(key: QuestionKey) {
  const library = getLibrary()
  const question = library.getQuestion(key)
  if (!question) return undefined
  return {
    question,
    answer: await renderAnswer(question.answer),
    related: library.listRelated(question),
    topics: library.listTopicsOf(question),
    ...library.getNeighbours(question.subject, question.newestKey),
  }
}
