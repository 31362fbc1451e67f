import type { CSSProperties } from 'react'
import { Lead } from '@/components/layout/lead'
import { toCount } from '@/lib/core/counted-noun'
import { toSubjectPath } from '@/lib/core/routes'
import type { Subject } from '@/lib/core/types'
import { toHue } from './hue'
import { SubjectBadge } from './subject-badge'

type SubjectGridProps = { subjects: Subject[]; headingLevel: 'h2' | 'h3'; describe?: boolean }

const grid =
  'grid gap-2.5 *:relative *:flex *:flex-wrap *:gap-3.5 *:rounded-box *:border *:border-line *:bg-card *:p-3.5 *:has-[a:hover]:border-subject-text links:card-link'

/** Subjects with their sizes and, with `describe`, their descriptions; a sentence if there are none. */
export function SubjectGrid({ subjects, headingLevel, describe = false }: SubjectGridProps) {
  if (subjects.length === 0) return <Lead>Nothing is here yet. A subject appears with its first question.</Lead>
  const Heading = headingLevel
  return (
    <ul className={`${grid} ${describe ? 'long-boxes' : 'short-boxes'}`}>
      {subjects.map(({ slug, title, badge, description, questions }) => (
        <li key={slug} style={{ '--hue': toHue(slug) } as CSSProperties}>
          <SubjectBadge badge={badge} />
          {/* Beside the badge if there is room for a word, else below it. */}
          <div className="grow basis-32">
            <Heading className="text-lg leading-tight">
              <a href={toSubjectPath(slug)}>{title}</a>
            </Heading>
            <p className="text-soft text-xs leading-normal">{toCount(questions, 'question')}</p>
            {describe && description && <p className="mt-1 text-md text-soft leading-normal">{description}</p>}
          </div>
        </li>
      ))}
    </ul>
  )
}
