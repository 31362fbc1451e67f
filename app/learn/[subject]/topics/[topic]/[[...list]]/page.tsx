import type { Metadata } from 'next'
import { Breadcrumbs } from '@/components/layout/breadcrumbs'
import { NotFound } from '@/components/layout/not-found'
import { PageBody } from '@/components/layout/page-body'
import { QuestionList } from '@/components/question/question-list'
import { JsonLd } from '@/components/seo/json-ld'
import { Pagination } from '@/components/subject/pagination'
import { SubjectHeader } from '@/components/subject/subject-header'
import { getTopicPage } from '@/lib/content/list-pages'
import { getLibrary } from '@/lib/content/queries'
import { toTopicPath } from '@/lib/routes'
import { toTopicData } from '@/lib/seo/list-data'
import { notFoundMetadata } from '@/lib/seo/metadata'
import { toTopicMetadata } from '@/lib/seo/pages'
import { toTopicTrail } from '@/lib/seo/trail'

type Props = PageProps<'/learn/[subject]/topics/[topic]/[[...list]]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = getTopicPage(await params)
  return page ? toTopicMetadata(page) : notFoundMetadata
}

export default async function TopicPage({ params }: Props) {
  const page = getTopicPage(await params)
  if (!page) return <NotFound subjects={getLibrary().listSubjects()} />
  const { subject, topic, list } = page
  return (
    <PageBody>
      <JsonLd data={toTopicData(page)} />
      <Breadcrumbs {...toTopicTrail(subject, topic)} />
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
