import { formatDate } from '@/lib/core/dates'
import { defaultDateFormat, defaultPostOnText } from '@/lib/core/defaults'
import { toAuthorPath } from '@/lib/core/routes'
import { toHeading, toOrigin, toSummary, toUpdated } from '@/lib/core/shown-fields'
import type { Question } from '@/lib/core/types'

/** Words that a student reads in a minute; formulas and code slow them down. */
const wordsPerMinute = 200

export function QuestionHeader({ question, words }: { question: Question; words: number }) {
  const { date, author, authorName, details } = question
  const format = details.date_format ?? defaultDateFormat
  const heading = toHeading(question)
  const updated = toUpdated(question)
  const summary = toSummary(question)
  const origin = toOrigin(question)
  return (
    <header>
      <h1>{heading}</h1>
      {details.question && details.question !== heading && <p className="lead">{details.question}</p>}
      <p className="byline">
        <span>
          By{' '}
          <a href={toAuthorPath(author)} rel="author">
            {authorName}
          </a>
        </span>
        <span>
          {details.post_on_text ?? defaultPostOnText} <time dateTime={date}>{formatDate(date, format)}</time>
        </span>
        {updated && (
          <span>
            Updated on <time dateTime={updated}>{formatDate(updated, format)}</time>
          </span>
        )}
        <span>{Math.max(1, Math.round(words / wordsPerMinute))} min read</span>
        {origin && <span>{origin}</span>}
        {details.reviewed_by && <span>Reviewed by {details.reviewed_by}</span>}
        {details.asked_by_student && <span>Asked by a student</span>}
      </p>
      {summary && <p className="lead">{summary}</p>}
    </header>
  )
}
