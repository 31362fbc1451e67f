import type { CSSProperties } from 'react'
import { toHue } from '@/components/subject/hue'
import type { QuestionSummary } from '@/lib/content/types'
import { formatDate } from '@/lib/dates'
import { toQuestionPath } from '@/lib/routes'

/**
 * Questions with their descriptions; the subject is named where they come from several. A page holds many of these
 * rows, so they are plain links with short class names (globals.css): every letter of a row counts twice for each.
 */
export function QuestionList({
  questions,
  showSubject = false,
}: {
  questions: QuestionSummary[]
  showSubject?: boolean
}) {
  return (
    <ul className="question-list">
      {questions.map(({ id, subject, slug, title, description, date, subjectTitle }) => (
        <li key={id}>
          {showSubject && (
            <p className="subject-color subject-name" style={{ '--hue': toHue(subject) } as CSSProperties}>
              {subjectTitle}
            </p>
          )}
          <h3>
            <a href={toQuestionPath(subject, slug)}>{title}</a>
          </h3>
          <p>{description}</p>
          <time dateTime={date}>{formatDate(date)}</time>
        </li>
      ))}
    </ul>
  )
}
