import type { CSSProperties } from 'react'
import { toCount } from '@/lib/core/counted-noun'
import type { QuestionList, Subject } from '@/lib/core/types'
import { toHue } from './hue'
import { SubjectBadge } from './subject-badge'
import { SubjectCard } from './subject-card'

type SubjectHeaderProps = { subject: Subject; list: QuestionList; topic?: string }

/** The header of a list of a subject's questions, or those of one `topic`. */
export function SubjectHeader({ subject, list, topic }: SubjectHeaderProps) {
  const description = topic === undefined ? subject.description : `A topic in ${subject.title}`
  return (
    <SubjectCard
      as="header"
      className="isolate mt-2 mb-6 flex flex-wrap gap-4 overflow-hidden p-5 after:-z-1 after:stripes after:absolute after:inset-0 sm:gap-6 sm:px-8 sm:py-7"
      style={{ '--hue': toHue(subject.slug) } as CSSProperties}
    >
      <SubjectBadge badge={subject.badge} size="large" />
      <div className="grow basis-32">
        <h1 className="text-subject-text">{topic ?? subject.title}</h1>
        {description && <p className="mt-1.5 max-w-reading">{description}</p>}
        <p className="mt-1.5 max-w-reading">
          {toCount(list.total, 'question')}
          {list.pages > 1 && `, page ${list.page} of ${list.pages}`}
        </p>
      </div>
    </SubjectCard>
  )
}
