import type { AnswerSource } from '@/lib/core/answer-source'
import type { Card } from '@/lib/core/types'

/** The columns of a card, in SQL of both engines: `c` is the question, `s` its subject. */
export const cardColumns = `c.id, c.subject, c.slug, c.title, c.modified, c.answer, c.answer_breaks, c.details, s.title AS "subjectTitle"`

export type CardRow = Omit<Card, 'answer' | 'details'> & {
  answer: string
  answer_breaks: AnswerSource['breaks']
  details: string
}

/** Cards in the order of their ids. */
export function toCards(ids: readonly number[], rows: readonly CardRow[]): Card[] {
  const cards = new Map(
    rows.map(({ id, subject, slug, title, modified, answer, answer_breaks, details, subjectTitle }) => [
      id,
      {
        ...{ id, subject, slug, title, modified, subjectTitle },
        answer: { text: answer, breaks: answer_breaks },
        details: JSON.parse(details),
      },
    ]),
  )
  return ids.flatMap((id) => cards.get(id) ?? [])
}
