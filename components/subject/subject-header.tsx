import type { CSSProperties } from 'react'
import { toCount } from '@/lib/core/counted-noun'
import type { QuestionList, Subject } from '@/lib/core/types'
import { toHue } from './hue'
import { Tile } from './tile'

type SubjectHeaderProps = { subject: Subject; list: QuestionList; topic?: string }

/** What a list of a subject's questions is about: the subject itself, or one `topic` of it. */
export function SubjectHeader({ subject, list, topic }: SubjectHeaderProps) {
  const description = topic === undefined ? subject.description : `A topic of ${subject.title}`
  return (
    <header className="subject-card subject-header" style={{ '--hue': toHue(subject.slug) } as CSSProperties}>
      <Tile title={subject.title} />
      <div>
        <h1>{topic ?? subject.title}</h1>
        {description && <p>{description}</p>}
        <p>
          {toCount(list.total, 'question')}
          {list.pages > 1 && `, page ${list.page} of ${list.pages}`}
        </p>
      </div>
    </header>
  )
}
