import type { Metadata } from 'next'
import { Lead } from '@/components/layout/lead'
import { PageBody } from '@/components/layout/page-body'
import { FirstQuestion } from '@/components/question/first-question'
import { QuestionList } from '@/components/question/question-list'
import { ContinueReading } from '@/components/reading/continue-reading'
import { SearchField } from '@/components/search/search-field'
import { JsonLd } from '@/components/seo/json-ld'
import { SubjectGrid } from '@/components/subject/subject-grid'
import { toCount } from '@/lib/core/counted-noun'
import { homePath, subjectsPath } from '@/lib/core/routes'
import { site } from '@/lib/core/site'
import { getHomePage } from '@/lib/site/home-page'
import { toHomeData } from '@/lib/site/seo/list-data'
import { toMetadata } from '@/lib/site/seo/metadata'

const newestShown = 8
const subjectsShown = 18

export const metadata: Metadata = toMetadata({
  title: `${site.name}: ${site.tagline}`,
  description: site.description,
  path: homePath,
})

export default async function HomePage() {
  const { subjects, questions, newest, ofDay } = await getHomePage(newestShown)
  return (
    <PageBody>
      <JsonLd data={toHomeData()} />
      <div className="grid grid-cols-1 gap-8 pt-6 pb-2 lg:grid-cols-[minmax(0,1fr)_25rem] lg:items-center lg:gap-16 lg:pt-14 lg:pb-8">
        <div>
          <h1 className="max-w-[18em] text-welcome">{site.tagline}</h1>
          <Lead>
            {ofDay && `${toCount(questions, 'question')} in ${toCount(subjects.length, 'subject')}. `}
            Each answer says it plainly, explains why, and tells you what to read next.
          </Lead>
          <SearchField large />
        </div>
        {ofDay && <FirstQuestion question={ofDay} />}
      </div>
      <ContinueReading />
      <section aria-labelledby="page:subjects" className="mt-10">
        <h2 id="page:subjects" className="mb-3">
          Subjects
        </h2>
        <SubjectGrid subjects={subjects.slice(0, subjectsShown)} headingLevel="h3" />
        {subjects.length > subjectsShown && (
          <p className="mt-4">
            <a href={subjectsPath} className="button">
              All {subjects.length} subjects, A to Z
            </a>
          </p>
        )}
      </section>
      {newest.length > 0 && (
        <section aria-labelledby="page:newest" className="mt-12">
          <h2 id="page:newest">Newest questions</h2>
          <QuestionList questions={newest} showSubject showWays inColumns />
        </section>
      )}
    </PageBody>
  )
}
