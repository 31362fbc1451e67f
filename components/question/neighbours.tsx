import { toQuestionPath } from '@/lib/core/routes'
import type { QuestionSummary } from '@/lib/core/types'

type NeighboursProps = {
  subjectTitle: string
  previous: QuestionSummary | undefined
  next: QuestionSummary | undefined
}

/** The end of an answer: the next question of its subject to go on with, and the one before; after the last, that one. */
export function Neighbours({ subjectTitle, previous, next }: NeighboursProps) {
  const onward = next ?? previous
  if (!onward) return null
  return (
    <nav aria-label={`More in ${subjectTitle}`} className="neighbours">
      <div className="subject-card">
        <p className="subject-name">
          {next ? 'Next' : 'Before this one'} in {subjectTitle}
        </p>
        <a href={toQuestionPath(onward.subject, onward.slug)} rel={next ? 'next' : 'prev'}>
          {onward.title}
        </a>
        <p>{onward.description}</p>
      </div>
      {next && previous && (
        <p className="previous">
          Before this one:{' '}
          <a href={toQuestionPath(previous.subject, previous.slug)} rel="prev">
            {previous.title}
          </a>
        </p>
      )}
    </nav>
  )
}
