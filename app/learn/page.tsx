import type { Metadata } from 'next'
import { Breadcrumbs } from '@/components/layout/breadcrumbs'
import { PageBody } from '@/components/layout/page-body'
import { SubjectGrid } from '@/components/subject/subject-grid'
import { getLibrary } from '@/lib/content/queries'
import { homePath, subjectsPath } from '@/lib/routes'
import { toMetadata } from '@/lib/seo/metadata'
import { site } from '@/lib/site'

export const metadata: Metadata = toMetadata({
  title: 'All subjects, A to Z',
  description: `Every subject of ${site.name} from A to Z, with the number of questions answered in each.`,
  path: subjectsPath,
})

export default function SubjectsPage() {
  const subjects = getLibrary()
    .listSubjects()
    .sort((a, b) => a.title.localeCompare(b.title, 'en'))
  return (
    <PageBody>
      <Breadcrumbs crumbs={[{ name: 'Home', path: homePath }]} current="Subjects" />
      <h1 className="mt-2 mb-6 font-serif text-3xl font-bold sm:text-4xl">All subjects</h1>
      <SubjectGrid subjects={subjects} headingLevel="h2" />
    </PageBody>
  )
}
