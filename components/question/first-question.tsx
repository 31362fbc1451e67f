import type { CSSProperties } from 'react'
import { toHue } from '@/components/subject/hue'
import { toQuestionPath } from '@/lib/core/routes'
import type { QuestionSummary } from '@/lib/core/types'

/** A question to start with, for somebody who came without one. */
export function FirstQuestion({ question }: { question: QuestionSummary }) {
  const { subject, slug, title, description, subjectTitle } = question
  return (
    <section aria-labelledby="page-first" className="subject-card" style={{ '--hue': toHue(subject) } as CSSProperties}>
      <p className="subject-name">A question to start with · {subjectTitle}</p>
      <h2 id="page-first">
        <a href={toQuestionPath(subject, slug)}>{title}</a>
      </h2>
      <p>{description}</p>
    </section>
  )
}
