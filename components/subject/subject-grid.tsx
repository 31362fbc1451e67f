import type { CSSProperties } from 'react'
import { toCount } from '@/lib/core/counted-noun'
import { toSubjectPath } from '@/lib/core/routes'
import type { Subject } from '@/lib/core/types'
import { toHue } from './hue'
import { Tile } from './tile'

type SubjectGridProps = { subjects: Subject[]; headingLevel: 'h2' | 'h3'; describe?: boolean }

/** Subjects with their sizes and, where asked to `describe` them, what they are about; a sentence where there are none. */
export function SubjectGrid({ subjects, headingLevel, describe = false }: SubjectGridProps) {
  if (subjects.length === 0)
    return <p className="lead">Nothing is here yet. A subject appears with its first question.</p>
  const Heading = headingLevel
  return (
    <ul className={describe ? 'subject-grid' : 'subject-grid subject-grid-short'}>
      {subjects.map(({ slug, title, description, questions }) => (
        <li key={slug} style={{ '--hue': toHue(slug) } as CSSProperties}>
          <Tile title={title} />
          <div>
            <Heading>
              <a href={toSubjectPath(slug)}>{title}</a>
            </Heading>
            <p className="count">{toCount(questions, 'question')}</p>
            {describe && description && <p className="about">{description}</p>}
          </div>
        </li>
      ))}
    </ul>
  )
}
