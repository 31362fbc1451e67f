import type { Metadata } from 'next'
import type { CSSProperties } from 'react'
import { Breadcrumbs } from '@/components/layout/breadcrumbs'
import { NotFound } from '@/components/layout/not-found'
import { PageBody } from '@/components/layout/page-body'
import { QuestionList } from '@/components/question/question-list'
import { TopicPath } from '@/components/question/topic-path'
import { JsonLd } from '@/components/seo/json-ld'
import { toHue } from '@/components/subject/hue'
import { Pagination } from '@/components/subject/pagination'
import { SubjectHeader } from '@/components/subject/subject-header'
import { TakeAlong } from '@/components/subject/take-along'
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
  const { subject, topic, list, defining, path } = page
  const onPath = new Set([defining, ...path.flatMap(({ questions }) => questions)].map((question) => question?.id))
  const listed = list.pages > 1 ? list.questions : list.questions.filter(({ id }) => !onPath.has(id))
  return (
    <PageBody>
      <JsonLd data={toTopicData(page)} />
      <Breadcrumbs {...toTopicBreadcrumbs(subject, topic)} />
      <SubjectHeader subject={subject} list={list} topic={topic.name} />
      <TakeAlong subject={subject.slug} topic={topic.slug} />
      <div style={{ '--hue': toHue(subject.slug) } as CSSProperties}>
        <TopicPath defining={defining} path={path} />
      </div>
      {listed.length > 0 && (
        <section className="mt-8">
          <h2>{list.pages > 1 ? 'All questions' : 'More on this topic'}</h2>
          <QuestionList questions={listed} inColumns />
        </section>
      )}
      <Pagination
        page={list.page}
        pages={list.pages}
        toPath={(number) => toTopicPath(subject.slug, topic.slug, number)}
      />
    </PageBody>
  )
}
