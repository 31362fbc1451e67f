import type { Metadata } from 'next'
import { Breadcrumbs } from '@/components/layout/breadcrumbs'
import { NotFound } from '@/components/layout/not-found'
import { PageBody } from '@/components/layout/page-body'
import { SelfTest, SelfTestLinks } from '@/components/practise/self-test'
import { Answer } from '@/components/question/answer'
import { ArticleFooter } from '@/components/question/article-footer'
import { Contribute } from '@/components/question/contribute'
import { FoundWords } from '@/components/question/found-words'
import { NextStep } from '@/components/question/next-step'
import { QuestionHeader } from '@/components/question/question-header'
import { QuestionLayout } from '@/components/question/question-layout'
import { RelatedSidebar } from '@/components/question/related-sidebar'
import { Rewordings } from '@/components/question/rewordings'
import { Sources } from '@/components/question/sources'
import { TableOfContents } from '@/components/question/table-of-contents'
import { JsonLd } from '@/components/seo/json-ld'
import { TopicLinks } from '@/components/subject/topic-links'
import { toQuestionPath } from '@/lib/core/routes'
import { toAbsoluteUrl } from '@/lib/core/site'
import { toContributionLinks } from '@/lib/site/contribution'
import { listSubjects } from '@/lib/site/home-page'
import { getQuestionPage, readQuestion } from '@/lib/site/question-page'
import { toQuestionBreadcrumbs } from '@/lib/site/seo/breadcrumbs'
import { notFoundMetadata } from '@/lib/site/seo/metadata'
import { toQuestionImage, toQuestionMetadata } from '@/lib/site/seo/pages'
import { toQuestionData } from '@/lib/site/seo/question-data'

type Props = PageProps<'/learn/[subject]/questions/[slug]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { subject, slug } = await params
  const page = await readQuestion(subject, slug)
  return page ? toQuestionMetadata(page.question) : notFoundMetadata
}

export default async function QuestionPage({ params }: Props) {
  const page = await getQuestionPage(await params)
  if (!page) return <NotFound subjects={await listSubjects()} />
  const { question, headingHtml, sources, points, answer, related, alike, rewordings, topics, next } = page
  return (
    <PageBody>
      <JsonLd data={toQuestionData(question, toQuestionImage(question).path)} />
      <FoundWords />
      <QuestionLayout subject={question.subject} beside={<RelatedSidebar questions={related} alike={alike} />}>
        <Breadcrumbs crumbs={toQuestionBreadcrumbs(question).crumbs} badge={question.subjectBadge} />
        <QuestionHeader question={question} headingHtml={headingHtml} words={answer.words} />
        <TableOfContents outline={answer.outline} />
        <SelfTest points={points} />
        <Answer answer={answer} />
        <Sources sources={sources} />
        <Rewordings questions={rewordings} />
        <ArticleFooter url={toAbsoluteUrl(toQuestionPath(question.subject, question.slug))}>
          <SelfTestLinks aliases={question.details.aliases} />
          <Contribute links={toContributionLinks(question)} />
        </ArticleFooter>
        {topics.length > 0 && (
          <nav aria-label="Topics of this question" className="mt-8 testing:hidden print:hidden">
            <TopicLinks subject={question.subject} topics={topics} />
          </nav>
        )}
        <NextStep subject={question} next={next} />
      </QuestionLayout>
    </PageBody>
  )
}
