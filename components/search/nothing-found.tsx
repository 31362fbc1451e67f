import { QuestionList } from '@/components/question/question-list'
import { SubjectGrid } from '@/components/subject/subject-grid'
import { toSearchPath } from '@/lib/core/search-paths'
import type { QuestionSummary, Subject } from '@/lib/core/types'
import { hasQuotes, WithoutQuotes } from './without-quotes'

type NothingFoundProps = { text: string; filtered: boolean; subjects: Subject[]; newest: QuestionSummary[] }

/** What to do if nothing was found, or nothing was searched for yet. */
export function NothingFound({ text, filtered, subjects, newest }: NothingFoundProps) {
  return (
    <>
      {text.trim() !== '' && (
        <ul className="mt-3 list-disc ps-5 leading-loose links:text-accent links:underline links:underline-offset-tight">
          {filtered && (
            <li>
              <a href={toSearchPath(text)} rel="nofollow">
                Search all subjects
              </a>{' '}
              for the same words.
            </li>
          )}
          <li>Try fewer words, or other words for the same thing.</li>
          {hasQuotes(text) && (
            <li>
              Words in quotes are searched for exactly as written. <WithoutQuotes text={text} />
            </li>
          )}
        </ul>
      )}
      {/* Inline-flex, so that a line does not break after the minus. */}
      <p className="mt-3 max-w-reading text-soft">
        <b>"a phrase"</b> finds exactly these words, <b className="inline-flex">-word</b> leaves out questions with that
        word, and <b>subject:physics</b> searches one subject.
      </p>
      <section aria-labelledby="page:subjects" className="mt-8">
        <h2 id="page:subjects" className="mb-3">
          Subjects
        </h2>
        <SubjectGrid subjects={subjects} headingLevel="h3" />
      </section>
      {newest.length > 0 && (
        <section aria-labelledby="page:newest" className="mt-10 max-w-reading">
          <h2 id="page:newest">Newest questions</h2>
          <QuestionList questions={newest} showSubject />
        </section>
      )}
    </>
  )
}
