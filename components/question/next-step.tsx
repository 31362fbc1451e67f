import { TextLink } from '@/components/layout/text-link'
import { SubjectCard } from '@/components/subject/subject-card'
import { toQuestionPath, toSubjectPath } from '@/lib/core/routes'
import type { Next } from '@/lib/library/pages'
import { Title } from './title'

type NextStepProps = { subject: { subject: string; subjectTitle: string }; next: Next | undefined }

/** The question to go on with once an answer is read; where none is next, all questions of the subject. */
export function NextStep({ subject: { subject, subjectTitle }, next }: NextStepProps) {
  return (
    <nav aria-label="Next question" className="mt-8 print:hidden">
      {next ? (
        <NextCard {...next} />
      ) : (
        <TextLink href={toSubjectPath(subject)}>All questions in {subjectTitle}</TextLink>
      )}
    </nav>
  )
}

function NextCard({ question, topic }: Next) {
  const { subject, slug, title, titleHtml, description } = question
  return (
    <SubjectCard className="p-5">
      <p className="subject-name">{topic ? `Next in ${topic.name}` : 'Next'}</p>
      <a
        href={toQuestionPath(subject, slug)}
        rel="next"
        className="card-link my-1 block text-balance font-title text-2xl leading-tight"
      >
        <Title title={title} titleHtml={titleHtml} />
      </a>
      <p>{description}</p>
    </SubjectCard>
  )
}
