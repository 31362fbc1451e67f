import { SearchForm } from '@/components/search/search-form'
import { SubjectGrid } from '@/components/subject/subject-grid'
import type { Subject } from '@/lib/content/types'
import { PageBody } from './page-body'

const subjectsShown = 12

type NotFoundProps = { subjects: Subject[]; heading?: string; children?: string }

/** What stands at an address that leads nowhere: a word on why, and ways on. */
export function NotFound({
  subjects,
  heading = 'There is no page at this address',
  children = 'The question may have moved, or the address may be misspelled. Search for it, or pick a subject.',
}: NotFoundProps) {
  return (
    <PageBody>
      <h1>{heading}</h1>
      <p className="lead">{children}</p>
      <SearchForm text="" subject={undefined} />
      <h2 className="sr-only">Subjects</h2>
      <div className="mt-8">
        <SubjectGrid subjects={subjects.slice(0, subjectsShown)} headingLevel="h3" />
      </div>
    </PageBody>
  )
}
