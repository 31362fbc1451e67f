import type { QuestionSummary } from '@/lib/content/types'
import { toQuestionPath } from '@/lib/routes'

type NeighboursProps = {
  subjectTitle: string
  previous: QuestionSummary | undefined
  next: QuestionSummary | undefined
}

/** The questions before and after this one in its subject. */
export function Neighbours({ subjectTitle, previous, next }: NeighboursProps) {
  if (!previous && !next) return null
  return (
    <nav aria-label={`More in ${subjectTitle}`} className="neighbours">
      {previous && (
        <a href={toQuestionPath(previous.subject, previous.slug)} rel="prev">
          <span>Previous in {subjectTitle}</span>
          {previous.title}
        </a>
      )}
      {next && (
        <a href={toQuestionPath(next.subject, next.slug)} rel="next">
          <span>Next in {subjectTitle}</span>
          {next.title}
        </a>
      )}
    </nav>
  )
}
