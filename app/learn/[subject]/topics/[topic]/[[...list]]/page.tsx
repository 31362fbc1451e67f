import type { Metadata } from 'next'
import { Breadcrumbs } from '@/components/layout/breadcrumbs'
import { NotFound } from '@/components/layout/not-found'
import { PageBody } from '@/components/layout/page-body'
import { QuestionList } from '@/components/question/question-list'
import { JsonLd } from '@/components/seo/json-ld'
import { Pagination } from '@/components/subject/pagination'
import { SubjectHeader } from '@/components/subject/subject-header'
import { toTopicPath } from '@/lib/core/routes'
import { listSubjects } from '@/lib/site/home-page'
import { getTopicPage } from '@/lib/site/list-pages'
import { toTopicBreadcrumbs } from '@/lib/site/seo/breadcrumbs'
import { toTopicData } from '@/lib/site/seo/list-data'
import { notFoundMetadata } from '@/lib/site/seo/metadata'
import { toTopicMetadata } from '@/lib/site/seo/pages'

type Props = PageProps<'/learn/[subject]/topics/[topic]/[[...list]]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await getTopicPage(await params)
  return page ? toTopicMetadata(page) : notFoundMetadata
}

export default async function TopicPage({ params }: Props) {
  const page = await getTopicPage(await params)
  if (!page) return <NotFound subjects={await listSubjects()} />
  const { subject, topic, list } = page
  return (
    <PageBody>
      <JsonLd data={toTopicData(page)} />
      <Breadcrumbs {...toTopicBreadcrumbs(subject, topic)} />
      <SubjectHeader subject={subject} list={list} topic={topic.name} />
      <h2 className="sr-only">Questions</h2>
      <QuestionList questions={list.questions} inColumns />
      <Pagination
        page={list.page}
        pages={list.pages}
        toPath={(number) => toTopicPath(subject.slug, topic.slug, number)}
      />
    </PageBody>
  )
}
