import type { Metadata } from 'next'
import { Breadcrumbs } from '@/components/layout/breadcrumbs'
import { NotFound } from '@/components/layout/not-found'
import { PageBody } from '@/components/layout/page-body'
import { QuestionList } from '@/components/question/question-list'
import { JsonLd } from '@/components/seo/json-ld'
import { Pagination } from '@/components/subject/pagination'
import { toCount } from '@/lib/core/counted-noun'
import { toAuthorPath } from '@/lib/core/routes'
import { site } from '@/lib/core/site'
import { listSubjects } from '@/lib/site/home-page'
import { getAuthorPage } from '@/lib/site/list-pages'
import { toBreadcrumbs } from '@/lib/site/seo/breadcrumbs'
import { toAuthorData } from '@/lib/site/seo/list-data'
import { notFoundMetadata } from '@/lib/site/seo/metadata'
import { toAuthorMetadata } from '@/lib/site/seo/pages'

type Props = PageProps<'/authors/[author]/[[...list]]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await getAuthorPage(await params)
  return page ? toAuthorMetadata(page) : notFoundMetadata
}

export default async function AuthorPage({ params }: Props) {
  const page = await getAuthorPage(await params)
  if (!page) return <NotFound subjects={await listSubjects()} />
  const { author, list, newest } = page
  return (
    <PageBody>
      <JsonLd data={toAuthorData(page)} />
      <Breadcrumbs {...toBreadcrumbs(author.name)} />
      <h1 className="mt-2">{author.name}</h1>
      <p className="mt-2 mb-4 text-soft">
        {toCount(list.total, 'answer')} on {site.name}
        {list.pages > 1 && `, page ${list.page} of ${list.pages}`}
      </p>
      {newest.length > 0 && (
        <section aria-labelledby="page:newest" className="mt-6 mb-10">
          <h2 id="page:newest">Newest, across subjects</h2>
          <QuestionList questions={newest} showSubject inColumns />
        </section>
      )}
      <h2 className={newest.length > 0 ? undefined : 'sr-only'}>{newest.length > 0 ? 'All questions' : 'Questions'}</h2>
      <QuestionList questions={list.questions} showSubject inColumns />
      <Pagination page={list.page} pages={list.pages} toPath={(number) => toAuthorPath(author.slug, number)} />
    </PageBody>
  )
}
