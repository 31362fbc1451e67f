import type { CSSProperties } from 'react'
import { toHue } from '@/components/subject/hue'
import { toTitleKey } from '@/lib/core/names'
import { toQuestionPath } from '@/lib/core/routes'
import type { QuestionSummary } from '@/lib/core/types'

type QuestionListProps = {
  questions: QuestionSummary[]
  /** Names the subject of each, where they come from several. */
  showSubject?: boolean
  /** Marks where each letter begins, as LetterIndex links to it. */
  byLetter?: boolean
}

/**
 * Questions with their descriptions. A page holds many of these rows, and each element of one is rendered and sent: so a
 * row has the fewest that will do, without class names (app/styles/lists.css).
 */
export function QuestionList({ questions, showSubject = false, byLetter = false }: QuestionListProps) {
  const letters = new Set<string>()
  const begin = (title: string) => {
    const letter = String.fromCodePoint(toTitleKey(title).codePointAt(0) ?? 0)
    return letters.size < letters.add(letter).size ? letter : undefined
  }
  return (
    <ul className="question-list">
      {questions.map(({ id, subject, slug, title, description, subjectTitle }) => (
        <li key={id} {...(byLetter && { id: begin(title) })}>
          {showSubject && <b style={{ '--hue': toHue(subject) } as CSSProperties}>{subjectTitle}</b>}
          <a href={toQuestionPath(subject, slug)}>{title}</a>
          {` ${description}`}
        </li>
      ))}
    </ul>
  )
}
