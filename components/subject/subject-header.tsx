import type { CSSProperties } from 'react'
import type { QuestionList, Subject } from '@/lib/content/types'
import { toCount } from '@/lib/words'
import { toHue } from './hue'
import { Tile } from './tile'

export function SubjectHeader({
  subject,
  list,
}: {
  subject: Pick<Subject, 'slug' | 'title' | 'description'>
  list: QuestionList
}) {
  return (
    <header className="subject-header" style={{ '--hue': toHue(subject.slug) } as CSSProperties}>
      <Tile title={subject.title} />
      <div>
        <h1>{subject.title}</h1>
        {subject.description && <p>{subject.description}</p>}
        <p>
          {toCount(list.total, 'question')}
          {list.pages > 1 && `, page ${list.page} of ${list.pages}`}
        </p>
      </div>
    </header>
  )
}
