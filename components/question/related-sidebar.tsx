import type { CSSProperties } from 'react'
import { toHue } from '@/components/subject/hue'
import { toExcerpt } from '@/lib/core/excerpt'
import { toQuestionPath } from '@/lib/core/routes'
import type { QuestionSummary } from '@/lib/core/types'
import { AskedInWays } from './asked-in-ways'
import { Title } from './title'

/** How many letters of a description are shown. */
const firstWords = 90

const list =
  'mt-3 border-line border-t *:border-line *:border-b *:py-3.5 *:leading-snug links:block links:font-semibold links:underline-offset-tight links:hover:text-accent links:hover:underline'

type RelatedSidebarProps = {
  /** The questions that the author links to. */
  questions: QuestionSummary[]
  /** The most similar others. */
  alike: QuestionSummary[]
}

/** Questions to read next: beside the answer, or below it on a narrow screen. */
export function RelatedSidebar({ questions, alike }: RelatedSidebarProps) {
  if (questions.length + alike.length === 0) return null
  return (
    <aside
      aria-labelledby={questions.length > 0 ? 'page:related' : 'page:alike'}
      className="mt-12 lg:mt-1 testing:hidden print:hidden"
    >
      {questions.length > 0 && (
        <>
          <h2 id="page:related">Related questions</h2>
          <RelatedList questions={questions} />
        </>
      )}
      {alike.length > 0 && (
        <>
          <h2 id="page:alike" className={questions.length > 0 ? 'mt-10' : ''}>
            More like this
          </h2>
          <RelatedList questions={alike} />
        </>
      )}
    </aside>
  )
}

function RelatedList({ questions }: { questions: QuestionSummary[] }) {
  return (
    <ul className={list}>
      {questions.map(({ id, subject, slug, title, titleHtml, description, subjectTitle, ways }) => (
        <li key={id}>
          <span className="subject-name" style={{ '--hue': toHue(subject) } as CSSProperties}>
            {subjectTitle}
          </span>
          <a href={toQuestionPath(subject, slug)}>
            <Title title={title} titleHtml={titleHtml} />
          </a>
          <p className="mt-1 text-sm text-soft leading-normal">{toExcerpt(description, firstWords)}</p>
          <AskedInWays url={toQuestionPath(subject, slug)} ways={ways} />
        </li>
      ))}
    </ul>
  )
}
