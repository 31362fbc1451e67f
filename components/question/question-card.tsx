import { SubjectCard } from '@/components/subject/subject-card'
import { toQuestionPath } from '@/lib/core/routes'
import type { QuestionSummary } from '@/lib/core/types'
import { Title } from './title'

type QuestionCardProps = { question: QuestionSummary; label: string; rel?: 'next'; className?: string }

/** A question to go on with, in a box; `label` says why this one. */
export function QuestionCard({ question, label, rel, className = '' }: QuestionCardProps) {
  const { subject, slug, title, titleHtml, description } = question
  return (
    <SubjectCard className={`p-5 ${className}`}>
      <p className="subject-name">{label}</p>
      <a
        href={toQuestionPath(subject, slug)}
        rel={rel}
        className="card-link my-1.5 block text-balance font-title text-2xl leading-tight"
      >
        <Title title={title} titleHtml={titleHtml} />
      </a>
      <p>{description}</p>
    </SubjectCard>
  )
}
