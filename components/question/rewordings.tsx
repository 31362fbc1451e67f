import { toQuestionPath, waysId } from '@/lib/core/routes'
import type { QuestionSummary } from '@/lib/core/types'
import { toWays } from './asked-in-ways'
import { Title } from './title'

/** Other questions of the library that ask the same, collapsed; each has an answer of its own. */
export function Rewordings({ questions }: { questions: QuestionSummary[] }) {
  if (questions.length === 0) return null
  return (
    <details className="mt-8 rounded-xl border border-line bg-card text-md testing:hidden print:hidden">
      <summary className="min-h-11 cursor-pointer px-4 py-2.5 font-semibold">{toWays(questions.length + 1)}</summary>
      <ul id={waysId} className="scroll-mt-24 px-4 pb-2">
        {questions.map(({ id, subject, slug, title, titleHtml, subjectTitle }) => (
          <li key={id} className="border-line border-t py-2">
            <a
              href={toQuestionPath(subject, slug)}
              className="block py-1 underline-offset-tight hover:text-accent hover:underline"
            >
              <Title title={title} titleHtml={titleHtml} />
            </a>
            <span className="text-sm text-soft">{subjectTitle}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
