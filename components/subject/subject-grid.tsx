import type { CSSProperties } from 'react'
import { Lead } from '@/components/layout/lead'
import { toCount } from '@/lib/core/counted-noun'
import { toSubjectPath } from '@/lib/core/routes'
import type { Subject } from '@/lib/core/types'
import { toHue } from './hue'
import { SubjectBadge } from './subject-badge'

type SubjectGridProps = { subjects: Subject[]; headingLevel: 'h2' | 'h3'; describe?: boolean }

const grid =
  'grid gap-2.5 *:relative *:flex *:rounded-box *:border *:border-line *:bg-card *:p-3.5 *:has-[a:hover]:border-subject-text links:card-link'

const described = '*:gap-3.5 grid-cols-[repeat(auto-fill,minmax(min(100%,20rem),1fr))]'

/** Names and sizes alone: two to a row on a phone. */
const short =
  '*:items-center *:gap-3.5 grid-cols-[repeat(auto-fill,minmax(min(100%,15rem),1fr))] min-[22rem]:max-sm:grid-cols-2 min-[22rem]:max-sm:*:flex-col min-[22rem]:max-sm:*:items-start min-[22rem]:max-sm:*:gap-2'

/** Subjects with their sizes and, where asked to `describe` them, what they are about; a sentence where there are none. */
export function SubjectGrid({ subjects, headingLevel, describe = false }: SubjectGridProps) {
  if (subjects.length === 0) return <Lead>Nothing is here yet. A subject appears with its first question.</Lead>
  const Heading = headingLevel
  return (
    <ul className={`${grid} ${describe ? described : short}`}>
      {subjects.map(({ slug, title, badge, description, questions }) => (
        <li key={slug} style={{ '--hue': toHue(slug) } as CSSProperties}>
          <SubjectBadge badge={badge} />
          <div>
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
