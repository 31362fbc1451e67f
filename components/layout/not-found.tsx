import { QuestionRows } from '@/components/question/question-rows'
import { Title } from '@/components/question/title'
import { SearchField } from '@/components/search/search-field'
import { SubjectGrid } from '@/components/subject/subject-grid'
import type { Subject } from '@/lib/core/types'
import { Lead } from './lead'
import { PageBody } from './page-body'

const subjectsShown = 12

type NotFoundProps = {
  subjects: Subject[]
  /** The words of the address. */
  text?: string
  /** The pages that may have been meant. */
  near?: { path: string; title: string; titleHtml: string | null; label: string }[]
  heading?: string
  children?: string
}

/** Shown at an address without a page: why, and where to go from here. */
export function NotFound({
  subjects,
  text = '',
  near = [],
  heading = 'There is no page at this address',
  children = 'It may have moved, or the address may be misspelt. Search for what you came for, or pick a subject.',
}: NotFoundProps) {
  return (
    <PageBody>
      <h1 className="mt-5">{heading}</h1>
      {near.length > 0 ? (
        <section aria-labelledby="page:near" className="mt-6 max-w-reading">
          <h2 id="page:near">Did you mean</h2>
          <QuestionRows>
            {near.map(({ path, title, titleHtml, label }) => (
              <li key={path}>
                <a href={path}>
                  <Title title={title} titleHtml={titleHtml} />
                </a>
                {` ${label}`}
              </li>
            ))}
          </QuestionRows>
        </section>
      ) : (
        <Lead>{children}</Lead>
      )}
      <SearchField large text={text} />
      <section aria-labelledby="page:subjects" className="mt-8">
        <h2 id="page:subjects" className="mb-3">
          Subjects
        </h2>
        <SubjectGrid subjects={subjects.slice(0, subjectsShown)} headingLevel="h3" />
      </section>
    </PageBody>
  )
}
