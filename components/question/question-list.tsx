import type { CSSProperties } from 'react'
import { toHue } from '@/components/subject/hue'
import { toQuestionPath } from '@/lib/core/routes'
import { toTitleKey } from '@/lib/core/title-key'
import type { QuestionSummary } from '@/lib/core/types'
import { AskedInWays } from './asked-in-ways'
import { QuestionRows } from './question-rows'
import { Title } from './title'

type QuestionListProps = {
  questions: QuestionSummary[]
  /** Names the subject of each, if they come from several. */
  showSubject?: boolean
  /** Says in how many ways each is asked, if the list has only one of them. */
  showWays?: boolean
  /** Marks where each letter begins, for the links of LetterIndex. */
  byLetter?: boolean
  /** Two in a row on a wide screen. */
  inColumns?: boolean
}

/** Questions with their descriptions, in as few elements as possible. */
export function QuestionList({
  questions,
  showSubject = false,
  showWays = false,
  byLetter = false,
  inColumns = false,
}: QuestionListProps) {
  const letters = new Set<string>()
  const begin = (title: string) => {
    const letter = String.fromCodePoint(toTitleKey(title).codePointAt(0) ?? 0)
    return letters.size < letters.add(letter).size ? letter : undefined
  }
  return (
    <QuestionRows inColumns={inColumns}>
      {questions.map(({ id, subject, slug, title, titleHtml, description, subjectTitle, ways }) => (
        <li key={id} {...(byLetter && { id: begin(title) })}>
          {showSubject && <b style={{ '--hue': toHue(subject) } as CSSProperties}>{subjectTitle}</b>}
          <a href={toQuestionPath(subject, slug)}>
            <Title title={title} titleHtml={titleHtml} />
          </a>
          {` ${description}`}
          {showWays && <AskedInWays url={toQuestionPath(subject, slug)} ways={ways} />}
        </li>
      ))}
    </QuestionRows>
  )
}
