import Link from 'next/link'
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
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {questions.map(({ id, subject, slug, title, subjectTitle }) => (
          <li key={id}>
            <Link href={toQuestionPath(subject, slug)} prefetch={false} className="group block py-3">
              <span
                className="subject-color block text-[0.8125rem] font-semibold"
                style={{ '--hue': toHue(subject) } as CSSProperties}
              >
                {subjectTitle}
              </span>
              <span className="mt-0.5 block leading-snug underline-offset-4 group-hover:text-accent group-hover:underline">
                {title}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </aside>
  )
}
