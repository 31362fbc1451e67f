import { SubjectCard } from '@/components/subject/subject-card'
import { toQuestionPath } from '@/lib/core/routes'
import type { QuestionSummary } from '@/lib/core/types'
import type { PathSection } from '@/lib/library/pages'
import { QuestionList } from './question-list'
import { Title } from './title'

/** Questions of a section that are shown at once; the others are folded. */
const shownAtOnce = 10

type TopicPathProps = { defining: QuestionSummary | undefined; path: PathSection[] }

/** The questions of a topic as a path: what it is, then section by section. */
export function TopicPath({ defining, path }: TopicPathProps) {
  return (
    <>
      {defining && <StartHere {...defining} />}
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

function StartHere({ subject, slug, title, titleHtml, description }: QuestionSummary) {
  return (
    <SubjectCard className="max-w-reading p-5">
      <p className="subject-name">Start here</p>
      <a
        href={toQuestionPath(subject, slug)}
        className="card-link my-1 block text-balance font-title text-2xl leading-tight"
      >
        <Title title={title} titleHtml={titleHtml} />
      </a>
      <p>{description}</p>
    </SubjectCard>
  )
}
