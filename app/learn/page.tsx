import type { Metadata } from 'next'
import { Breadcrumbs } from '@/components/layout/breadcrumbs'
import { PageBody } from '@/components/layout/page-body'
import { JsonLd } from '@/components/seo/json-ld'
import { SubjectGrid } from '@/components/subject/subject-grid'
import { subjectsPath } from '@/lib/core/routes'
import { site } from '@/lib/core/site'
import { listSubjects } from '@/lib/site/home-page'
import { toBreadcrumbs } from '@/lib/site/seo/breadcrumbs'
import { toBreadcrumbList } from '@/lib/site/seo/list-data'
import { toMetadata } from '@/lib/site/seo/metadata'

export const metadata: Metadata = toMetadata({
  title: 'All subjects, A to Z',
  description: `Every subject of ${site.name} from A to Z, with the number of questions answered in each.`,
  path: subjectsPath,
})

const breadcrumbs = toBreadcrumbs('Subjects')

export default async function SubjectsPage() {
  const subjects = (await listSubjects()).sort((a, b) => a.title.localeCompare(b.title, 'en'))
  return (
    <PageBody>
      <JsonLd data={[toBreadcrumbList(breadcrumbs)]} />
      <Breadcrumbs {...breadcrumbs} />
      <h1 className="mt-2 mb-6">All subjects</h1>
      <SubjectGrid subjects={subjects} headingLevel="h2" describe />
    </PageBody>
  )
}
