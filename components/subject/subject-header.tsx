import type { CSSProperties } from 'react'
import type { QuestionList, Subject } from '@/lib/content/types'
import { toCount } from '@/lib/words'
import { toHue } from './hue'

export function SubjectHeader({ subject, list }: { subject: Subject; list: QuestionList }) {
  return (
    <header
      className="subject-tint mt-2 mb-6 rounded-2xl px-5 py-6 sm:px-8 sm:py-8"
      style={{ '--hue': toHue(subject.slug) } as CSSProperties}
    >
      <h1 className="subject-color font-serif text-3xl font-bold sm:text-4xl">{subject.title}</h1>
      {subject.description && <p className="mt-2 max-w-reading text-lg leading-relaxed">{subject.description}</p>}
      <p className="mt-2 text-soft">
        {toCount(list.total, 'question')}
        {list.pages > 1 && `, page ${list.page} of ${list.pages}`}
      </p>
    </header>
  )
}
