import type { CSSProperties } from 'react'
import { toHue } from '@/components/subject/hue'
import { toTitleKey } from '@/lib/content/names'
import type { QuestionSummary } from '@/lib/content/types'
import { formatDate } from '@/lib/dates'
import { toQuestionPath } from '@/lib/routes'

type QuestionListProps = {
  questions: QuestionSummary[]
  /** Names the subject of each, where they come from several. */
  showSubject?: boolean
  /** Marks where each letter begins, as LetterIndex links to it. */
  byLetter?: boolean
}

/**
 * Questions with their descriptions. A page holds many of these rows, so they are plain links with short class names
 * (app/styles/lists.css): every letter of a row counts twice for each.
 */
export function QuestionList({ questions, showSubject = false, byLetter = false }: QuestionListProps) {
  const letters = new Set<string>()
  const begin = (title: string) => {
    const letter = String.fromCodePoint(toTitleKey(title).codePointAt(0) ?? 0)
    return letters.size < letters.add(letter).size ? letter : undefined
  }
  return (
    <ul className="question-list">
      {questions.map(({ id, subject, slug, title, description, date, subjectTitle }) => (
        <li key={id} id={byLetter ? begin(title) : undefined}>
          {showSubject && (
            <p className="subject-color subject-name" style={{ '--hue': toHue(subject) } as CSSProperties}>
              {subjectTitle}
            </p>
          )}
          <h3>
            <a href={toQuestionPath(subject, slug)}>{title}</a>
          </h3>
          <p>{description}</p>
          <time dateTime={date}>{formatDate(date)}</time>
        </li>
      ))}
    </ul>
  )
}
