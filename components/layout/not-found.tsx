import { SubjectGrid } from '@/components/subject/subject-grid'
import type { Subject } from '@/lib/content/types'
import { PageBody } from './page-body'

const subjectsShown = 12

/** What stands at an address that leads nowhere: a word on why, and ways on. */
export function NotFound({ subjects }: { subjects: Subject[] }) {
  return (
    <PageBody>
      <h1 className="mt-6 font-serif text-3xl font-bold sm:text-4xl">There is no page at this address</h1>
      <p className="mt-3 mb-8 max-w-reading text-lg leading-relaxed text-soft">
        The question may have moved, or the address may be misspelled. Pick a subject to go on from here.
      </p>
      <SubjectGrid subjects={subjects.slice(0, subjectsShown)} headingLevel="h2" />
    </PageBody>
  )
}
