import { TextLink } from '@/components/layout/text-link'
import { toSubjectPath } from '@/lib/core/routes'
import type { Next } from '@/lib/library/pages'
import { QuestionCard } from './question-card'

type NextStepProps = { subject: { subject: string; subjectTitle: string }; next: Next | undefined }

/** The question to go on with once an answer is read; if none is next, all questions of the subject. */
export function NextStep({ subject: { subject, subjectTitle }, next }: NextStepProps) {
  return (
    <nav aria-label="Next question" className="mt-8 testing:hidden print:hidden">
      {next ? (
        <QuestionCard question={next.question} label={next.topic ? `Next in ${next.topic.name}` : 'Next'} rel="next" />
      ) : (
        <TextLink href={toSubjectPath(subject)}>All questions in {subjectTitle}</TextLink>
      )}
    </nav>
  )
}
