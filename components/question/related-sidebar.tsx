import type { CSSProperties } from 'react'
import { toHue } from '@/components/subject/hue'
import type { QuestionSummary } from '@/lib/content/types'
import { toQuestionPath } from '@/lib/routes'

/** Questions to read next: beside the answer, or below it where the screen is narrow. */
export function RelatedSidebar({ questions }: { questions: QuestionSummary[] }) {
  if (questions.length === 0) return null
  return (
    <aside aria-labelledby="page-related" className="site-frame">
      <h2 id="page-related" className="font-serif text-xl font-bold">
        Related questions
      </h2>
      <ul className="related-list">
        {questions.map(({ id, subject, slug, title, subjectTitle }) => (
          <li key={id}>
            <a href={toQuestionPath(subject, slug)}>
              <span className="subject-color subject-name" style={{ '--hue': toHue(subject) } as CSSProperties}>
                {subjectTitle}
              </span>
              <span>{title}</span>
            </a>
          </li>
        ))}
      </ul>
    </aside>
  )
}
