import type { CSSProperties } from 'react'
import type { Subject } from '@/lib/content/types'
import { toSubjectPath } from '@/lib/routes'
import { toCount } from '@/lib/words'
import { toHue } from './hue'

export function SubjectGrid({ subjects, headingLevel }: { subjects: Subject[]; headingLevel: 'h2' | 'h3' }) {
  const Heading = headingLevel
  return (
    <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {subjects.map(({ slug, title, description, questions }) => (
        <li
          key={slug}
          style={{ '--hue': toHue(slug) } as CSSProperties}
          className="relative rounded-xl border border-line bg-card p-4 transition-colors hover:border-accent"
        >
          <div className="flex items-baseline justify-between gap-3">
            <Heading className="subject-color font-serif text-lg font-bold leading-snug">
              <a href={toSubjectPath(slug)} className="after:absolute after:inset-0 after:rounded-xl">
                {title}
              </a>
            </Heading>
            <p className="shrink-0 text-sm tabular-nums text-soft">{toCount(questions, 'question')}</p>
          </div>
          {description && <p className="mt-1 text-[0.9375rem] leading-relaxed text-soft">{description}</p>}
        </li>
      ))}
    </ul>
  )
}
