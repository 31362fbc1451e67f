import type { Metadata } from 'next'
import { Breadcrumbs } from '@/components/layout/breadcrumbs'
import { Fold } from '@/components/layout/fold'
import { NotFound } from '@/components/layout/not-found'
import { PageBody } from '@/components/layout/page-body'
import { QuestionList } from '@/components/question/question-list'
import { JsonLd } from '@/components/seo/json-ld'
import { LetterIndex } from '@/components/subject/letter-index'
import { OrderTabs } from '@/components/subject/order-tabs'
import { Pagination } from '@/components/subject/pagination'
import { SubjectHeader } from '@/components/subject/subject-header'
import { TakeAlong } from '@/components/subject/take-along'
import { TopicLinks } from '@/components/subject/topic-links'
import { toSubjectPath } from '@/lib/core/routes'
import { listSubjects } from '@/lib/site/home-page'
import { getSubjectPage } from '@/lib/site/list-pages'
import { listPacks } from '@/lib/site/packs'
import { toSubjectBreadcrumbs } from '@/lib/site/seo/breadcrumbs'
import { toSubjectData } from '@/lib/site/seo/list-data'
import { notFoundMetadata } from '@/lib/site/seo/metadata'
import { toSubjectMetadata } from '@/lib/site/seo/pages'

type Props = PageProps<'/learn/[subject]/[[...list]]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await getSubjectPage(await params)
  return page ? toSubjectMetadata(page) : notFoundMetadata
}

export default async function SubjectPage({ params }: Props) {
  const page = await getSubjectPage(await params)
  if (!page) return <NotFound subjects={await listSubjects()} />
  const { subject, list, order, topics } = page
  return (
    <PageBody>
      <JsonLd data={toSubjectData(page)} />
      <Breadcrumbs {...toSubjectBreadcrumbs(subject)} />
      <SubjectHeader subject={subject} list={list} />
      <TakeAlong subject={subject.slug} packs={listPacks(subject.slug)} />
      <div
        className={topics.length > 0 ? 'lg:grid lg:grid-cols-[minmax(0,44rem)_minmax(0,1fr)] lg:gap-x-16' : undefined}
      >
        {topics.length > 0 && (
          <Fold title="Topics" className="mb-4 lg:col-start-2 lg:row-start-1 lg:unfolded">
            <TopicLinks subject={subject.slug} topics={topics} />
          </Fold>
        )}
        <div>
          <OrderTabs subject={subject.slug} order={order} />
          <h2 className="sr-only">Questions</h2>
          {order === 'a-z' && <LetterIndex subject={subject.slug} letters={page.letters} />}
          <QuestionList questions={list.questions} byLetter={order === 'a-z'} inColumns={topics.length === 0} />
          <Pagination
            page={list.page}
            pages={list.pages}
            toPath={(number) => toSubjectPath(subject.slug, order, number)}
          />
        </div>
      </div>
    </PageBody>
  )
}
