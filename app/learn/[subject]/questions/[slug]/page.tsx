import type { Metadata } from 'next'
import type { CSSProperties } from 'react'
import { Breadcrumbs } from '@/components/layout/breadcrumbs'
import { NotFound } from '@/components/layout/not-found'
import { PageBody } from '@/components/layout/page-body'
import { Answer } from '@/components/question/answer'
import { ArticleFooter } from '@/components/question/article-footer'
import { Contribute } from '@/components/question/contribute'
import { FoundWords } from '@/components/question/found-words'
import { Neighbours } from '@/components/question/neighbours'
import { QuestionHeader } from '@/components/question/question-header'
import { RelatedSidebar } from '@/components/question/related-sidebar'
import { Sources } from '@/components/question/sources'
import { TableOfContents } from '@/components/question/table-of-contents'
import { JsonLd } from '@/components/seo/json-ld'
import { toHue } from '@/components/subject/hue'
import { TopicLinks } from '@/components/subject/topic-links'
import { getLibrary } from '@/lib/content/queries'
import { getQuestionPage } from '@/lib/content/question-page'
import { toContributionLinks } from '@/lib/contribution'
import { toQuestionPath } from '@/lib/routes'
import { notFoundMetadata } from '@/lib/seo/metadata'
import { toQuestionImage, toQuestionMetadata } from '@/lib/seo/pages'
import { toQuestionData } from '@/lib/seo/question-data'
import { toQuestionTrail } from '@/lib/seo/trail'
import { toVisibleText } from '@/lib/seo/visible-text'
import { toAbsoluteUrl } from '@/lib/site'

type Props = PageProps<'/learn/[subject]/questions/[slug]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const question = getLibrary().getQuestion(await params)
  return question ? toQuestionMetadata(question) : notFoundMetadata
}

export default async function QuestionPage({ params }: Props) {
  const page = await getQuestionPage(await params)
  if (!page) return <NotFound subjects={getLibrary().listSubjects()} />
  const { question, answer, related, topics, previous, next } = page
  return (
    <PageBody>
      <JsonLd data={toQuestionData(question, toQuestionImage(question).path, () => toVisibleText(answer.html))} />
      <div className="reading" style={{ '--hue': toHue(question.subject) } as CSSProperties}>
        <article>
          <Breadcrumbs crumbs={toQuestionTrail(question).crumbs} signed />
          <QuestionHeader question={question} words={answer.words} />
          <TableOfContents headings={answer.headings} />
          <Answer answer={answer} />
          <Sources reviewedBy={question.details.reviewed_by} sources={question.details.sources} />
          <ArticleFooter url={toAbsoluteUrl(toQuestionPath(question.subject, question.slug))}>
            <Contribute links={toContributionLinks(question)} />
          </ArticleFooter>
          <TopicLinks subject={question.subject} topics={topics} name="Topics of this question" />
          <Neighbours subjectTitle={question.subjectTitle} previous={previous} next={next} />
        </article>
        <RelatedSidebar questions={related} />
      </div>
      <FoundWords />
    </PageBody>
  )
}
