import type { AnswerSource } from '@/lib/core/answer-source'
import type { Question } from '@/lib/core/types'

/** A question as either engine selects it. */
export type QuestionRow = Omit<Question, 'noIndex' | 'answer' | 'details' | 'canonical'> & {
  no_index: number
  answer: string
  answer_breaks: AnswerSource['breaks']
  details: string
  canonical_subject: string
  canonical_slug: string
}

export function toQuestion(row: QuestionRow): Question {
  const { no_index, answer, answer_breaks, details, canonical_subject, canonical_slug, ...columns } = row
  return {
    ...columns,
    noIndex: no_index === 1,
    answer: { text: answer, breaks: answer_breaks },
    details: JSON.parse(details),
    canonical: { subject: canonical_subject, slug: canonical_slug },
  }
}
