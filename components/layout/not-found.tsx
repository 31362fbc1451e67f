import { SubjectGrid } from '@/components/subject/subject-grid'
import type { Subject } from '@/lib/content/types'
import { PageBody } from './page-body'

const subjectsShown = 12

type NotFoundProps = { subjects: Subject[]; heading?: string; children?: string }

/** What stands at an address that leads nowhere: a word on why, and ways on. */
export function NotFound({
  subjects,
  heading = 'There is no page at this address',
  children = 'The question may have moved, or the address may be misspelled. Pick a subject to go on from here.',
}: NotFoundProps) {
  return (
    <PageBody>
      <h1>{heading}</h1>
      <p className="lead mb-8">{children}</p>
      <SubjectGrid subjects={subjects.slice(0, subjectsShown)} headingLevel="h2" />
    </PageBody>
  )
}
