import type { CSSProperties } from 'react'
import { toHue } from '@/components/subject/hue'
import { toExcerpt } from '@/lib/core/excerpt'
import { toQuestionPath } from '@/lib/core/routes'
import type { QuestionSummary } from '@/lib/core/types'

/** Letters of a description that tell what a question is about. */
const firstWords = 90

/** Questions to read next: beside the answer, or below it where the screen is narrow. */
export function RelatedSidebar({ questions }: { questions: QuestionSummary[] }) {
  if (questions.length === 0) return null
  return (
    <aside aria-labelledby="page-related" className="related">
      <h2 id="page-related">Related questions</h2>
      <ul className="related-list">
        {questions.map(({ id, subject, slug, title, description, subjectTitle }) => (
          <li key={id}>
            <span className="subject-name" style={{ '--hue': toHue(subject) } as CSSProperties}>
              {subjectTitle}
            </span>
            <a href={toQuestionPath(subject, slug)}>{title}</a>
            <p>{toExcerpt(description, firstWords)}</p>
          </li>
        ))}
      </ul>
    </aside>
  )
}
