import { SubjectGrid } from '@/components/subject/subject-grid'
import type { Subject } from '@/lib/content/types'
import { PageBody } from './page-body'

const subjectsShown = 12

/** What stands at an address that leads nowhere: a word on why, and ways on. */
export function NotFound({ subjects }: { subjects: Subject[] }) {
  return (
    <PageBody>
      <h1>There is no page at this address</h1>
      <p className="lead mb-8">
        The question may have moved, or the address may be misspelled. Pick a subject to go on from here.
      </p>
      <SubjectGrid subjects={subjects.slice(0, subjectsShown)} headingLevel="h2" />
    </PageBody>
  )
}
