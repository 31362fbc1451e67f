import Link from 'next/link'
import type { CSSProperties } from 'react'
import { toHue } from '@/components/subject/hue'
import type { QuestionSummary } from '@/lib/content/types'
import { formatDate } from '@/lib/dates'
import { toQuestionPath } from '@/lib/routes'

/** Questions with their descriptions; the subject is named where they come from several. */
export function QuestionList({
  questions,
  showSubject = false,
}: {
  questions: QuestionSummary[]
  showSubject?: boolean
}) {
  return (
    <ul className="divide-y divide-line">
      {questions.map(({ id, subject, slug, title, description, date, subjectTitle }) => (
        <li key={id} className="py-4">
          {showSubject && (
            <p className="subject-color text-sm font-semibold" style={{ '--hue': toHue(subject) } as CSSProperties}>
              {subjectTitle}
            </p>
          )}
          <h3 className="font-serif text-lg leading-snug font-bold">
            <Link
              href={toQuestionPath(subject, slug)}
              prefetch={false}
              className="inline-block py-0.5 underline-offset-4 hover:text-accent hover:underline"
            >
              {title}
            </Link>
          </h3>
          <p className="mt-1 leading-relaxed text-soft">{description}</p>
          <p className="mt-1 text-sm text-soft">
            <time dateTime={date}>{formatDate(date)}</time>
          </p>
        </li>
      ))}
    </ul>
  )
}
