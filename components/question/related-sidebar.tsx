import type { CSSProperties } from 'react'
import { toHue } from '@/components/subject/hue'
import { toExcerpt } from '@/lib/core/excerpt'
import { toQuestionPath } from '@/lib/core/routes'
import type { QuestionSummary } from '@/lib/core/types'
import { Title } from './title'

/** Letters of a description that tell what a question is about. */
const firstWords = 90

const list =
  'mt-3 border-line border-t *:border-line *:border-b *:py-3.5 *:leading-snug links:block links:font-semibold links:underline-offset-tight links:hover:text-accent links:hover:underline'

/** Questions to read next: beside the answer, or below it where the screen is narrow. */
export function RelatedSidebar({ questions }: { questions: QuestionSummary[] }) {
  if (questions.length === 0) return null
  return (
    <aside aria-labelledby="page:related" className="mt-12 lg:mt-1 print:hidden">
      <h2 id="page:related">Related questions</h2>
      <ul className={list}>
        {questions.map(({ id, subject, slug, title, titleHtml, description, subjectTitle }) => (
          <li key={id}>
            <span className="subject-name" style={{ '--hue': toHue(subject) } as CSSProperties}>
              {subjectTitle}
            </span>
            <a href={toQuestionPath(subject, slug)}>
              <Title title={title} titleHtml={titleHtml} />
            </a>
            <p className="mt-1 text-sm text-soft leading-normal">{toExcerpt(description, firstWords)}</p>
          </li>
        ))}
      </ul>
    </aside>
  )
}
