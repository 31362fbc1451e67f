import { TextLink } from '@/components/layout/text-link'
import { SubjectCard } from '@/components/subject/subject-card'
import { toQuestionPath } from '@/lib/core/routes'
import type { QuestionSummary } from '@/lib/core/types'
import { Title } from './title'

type PreviousNextProps = {
  subjectTitle: string
  previous: QuestionSummary | undefined
  next: QuestionSummary | undefined
}

/** The next question of the subject to go on with, and a link to the previous one; after the last, the previous one alone. */
export function PreviousNext({ subjectTitle, previous, next }: PreviousNextProps) {
  const onward = next ?? previous
  if (!onward) return null
  return (
    <nav aria-label={`More in ${subjectTitle}`} className="mt-8 print:hidden">
      <SubjectCard className="p-5">
        <p className="subject-name">
          {next ? 'Next' : 'Before this one'} in {subjectTitle}
        </p>
        <a
          href={toQuestionPath(onward.subject, onward.slug)}
          rel={next ? 'next' : 'prev'}
          className="card-link my-1 block text-balance font-title text-2xl leading-tight"
        >
          <Title title={onward.title} titleHtml={onward.titleHtml} />
        </a>
        <p>{onward.description}</p>
      </SubjectCard>
      {next && previous && (
        <p className="mt-3 text-md text-soft">
          Before this one:{' '}
          <TextLink href={toQuestionPath(previous.subject, previous.slug)} rel="prev">
            <Title title={previous.title} titleHtml={previous.titleHtml} />
          </TextLink>
        </p>
      )}
    </nav>
  )
}
