import type { CSSProperties } from 'react'
import { toHue } from '@/components/subject/hue'
import { SubjectCard } from '@/components/subject/subject-card'
import { toQuestionPath } from '@/lib/core/routes'
import type { QuestionSummary } from '@/lib/core/types'
import { Title } from './title'

/** A question to start with, for visitors without one. */
export function FirstQuestion({ question }: { question: QuestionSummary }) {
  const { subject, slug, title, titleHtml, description, subjectTitle } = question
  return (
    <SubjectCard
      as="section"
      aria-labelledby="page:first"
      className="p-5"
      style={{ '--hue': toHue(subject) } as CSSProperties}
    >
      <p className="subject-name">A question to start with · {subjectTitle}</p>
      <h2 id="page:first" className="my-1.5 leading-tight">
        <a href={toQuestionPath(subject, slug)} className="card-link">
          <Title title={title} titleHtml={titleHtml} />
        </a>
      </h2>
      <p>{description}</p>
    </SubjectCard>
  )
}
