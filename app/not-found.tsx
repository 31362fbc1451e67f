import type { Metadata } from 'next'
import { PageBody } from '@/components/layout/page-body'
import { SubjectGrid } from '@/components/subject/subject-grid'
import { getLibrary } from '@/lib/content/queries'

export const metadata: Metadata = { title: 'Page not found', robots: 'noindex, follow' }

const subjectsShown = 12

export default function NotFound() {
  return (
    <PageBody>
      <h1 className="mt-6 font-serif text-3xl font-bold sm:text-4xl">There is no page at this address</h1>
      <p className="mt-3 mb-8 max-w-reading text-lg leading-relaxed text-soft">
        The question may have moved, or the address may be misspelled. Pick a subject to go on from here.
      </p>
      <SubjectGrid subjects={getLibrary().listSubjects().slice(0, subjectsShown)} headingLevel="h2" />
    </PageBody>
  )
}
