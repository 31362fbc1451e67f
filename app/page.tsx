import type { Metadata } from 'next'
import { PageBody } from '@/components/layout/page-body'
import { QuestionList } from '@/components/question/question-list'
import { JsonLd } from '@/components/seo/json-ld'
import { SubjectGrid } from '@/components/subject/subject-grid'
import { getLibrary } from '@/lib/content/queries'
import { homePath, subjectsPath } from '@/lib/routes'
import { toHomeData } from '@/lib/seo/list-data'
import { toMetadata } from '@/lib/seo/metadata'
import { site } from '@/lib/site'
import { toCount } from '@/lib/words'

const newestShown = 8
const subjectsShown = 18

export const metadata: Metadata = toMetadata({
  title: `${site.name}: ${site.tagline}`,
  description: site.description,
  path: homePath,
})

export default function HomePage() {
  const library = getLibrary()
  const subjects = library.listSubjects()
  return (
    <PageBody>
      <JsonLd data={toHomeData()} />
      <section className="pt-6 pb-10 sm:pt-12">
        <h1 className="max-w-3xl font-serif text-4xl leading-tight font-bold sm:text-5xl">{site.tagline}</h1>
        <p className="mt-4 max-w-reading text-lg leading-relaxed text-soft">
          {toCount(library.countQuestions(), 'question')} in {toCount(subjects.length, 'subject')}, each with an answer
          that explains, works an example, and tells you what to read next.
        </p>
      </section>
      <section aria-labelledby="page-subjects">
        <h2 id="page-subjects" className="mb-4 font-serif text-2xl font-bold">
          Subjects
        </h2>
        <SubjectGrid subjects={subjects.slice(0, subjectsShown)} headingLevel="h3" />
        {subjects.length > subjectsShown && (
          <a
            href={subjectsPath}
            className="mt-4 inline-flex min-h-11 items-center font-semibold text-accent underline underline-offset-4"
          >
            All {subjects.length} subjects, A to Z
          </a>
        )}
      </section>
      <section aria-labelledby="page-newest" className="mt-12 max-w-reading">
        <h2 id="page-newest" className="font-serif text-2xl font-bold">
          Newest questions
        </h2>
        <QuestionList questions={library.listNewest(newestShown)} showSubject />
      </section>
    </PageBody>
  )
}
