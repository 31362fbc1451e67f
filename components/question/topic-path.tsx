import type { QuestionSummary } from '@/lib/core/types'
import type { PathSection } from '@/lib/library/pages'
import { QuestionCard } from './question-card'
import { QuestionList } from './question-list'

/** How many questions of a section are shown at first; the others are collapsed. */
const shownAtOnce = 10

type TopicPathProps = { defining: QuestionSummary | undefined; path: PathSection[] }

/** The questions of a topic as a path: the one that defines it, then section by section. */
export function TopicPath({ defining, path }: TopicPathProps) {
  return (
    <>
      {defining && <QuestionCard question={defining} label="Start here" className="max-w-reading" />}
      {path.map(({ title, questions }) => (
        <section key={title} className="mt-8">
          <h2>{title}</h2>
          <QuestionList questions={questions.slice(0, shownAtOnce)} inColumns />
          {questions.length > shownAtOnce && (
            <details>
              <summary className="w-fit min-h-11 cursor-pointer py-2.5 font-semibold text-md hover:text-accent">
                {questions.length - shownAtOnce} more on “{title}”
              </summary>
              <QuestionList questions={questions.slice(shownAtOnce)} inColumns />
            </details>
          )}
        </section>
      ))}
    </>
  )
}
