import { SearchField } from '@/components/search/search-field'
import { SubjectGrid } from '@/components/subject/subject-grid'
import type { Subject } from '@/lib/core/types'
import { Lead } from './lead'
import { PageBody } from './page-body'

const subjectsShown = 12

type NotFoundProps = { subjects: Subject[]; heading?: string; children?: string }

/** What is shown at an address that leads nowhere: a word on why, and where to go from here. */
export function NotFound({
  subjects,
  heading = 'There is no page at this address',
  children = 'It may have moved, or the address may be misspelled. Search for what you came for, or pick a subject.',
}: NotFoundProps) {
  return (
    <PageBody>
      <h1 className="mt-5">{heading}</h1>
      <Lead>{children}</Lead>
      <SearchField large />
      <section aria-labelledby="page:subjects" className="mt-8">
        <h2 id="page:subjects" className="mb-3">
          Subjects
        </h2>
        <SubjectGrid subjects={subjects.slice(0, subjectsShown)} headingLevel="h3" />
      </section>
    </PageBody>
  )
}
