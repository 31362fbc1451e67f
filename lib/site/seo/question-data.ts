import { ArticleJsonLd } from 'next-seo'
import { toPlainText } from '@/lib/answer/plain-text'
import { toInstant } from '@/lib/core/dates'
import { toQuestionPath } from '@/lib/core/routes'
import { toHeading, toSummary, toUpdated } from '@/lib/core/shown-fields'
import { site, toAbsoluteUrl } from '@/lib/core/site'
import type { StructuredData } from '@/lib/core/structured-data'
import type { Question } from '@/lib/core/types'
import { toQuestionBreadcrumbs } from './breadcrumbs'
import { toBreadcrumbList } from './list-data'
import { buildData } from './next-seo'
import { publisher, toAuthor } from './organization'

/**
 * The structured data of a question's page. Its texts are those that the page shows, as plain text, including the whole
 * answer if a student asked the question.
 */
export function toQuestionData(question: Question, image: string): StructuredData[] {
  const data = [toArticle(question, image), toBreadcrumbList(toQuestionBreadcrumbs(question))]
  return question.details.asked_by_student ? [...data, toQuestionAndAnswer(question)] : data
}

/** https://developers.google.com/search/docs/appearance/structured-data/article */
function toArticle(question: Question, image: string): StructuredData {
  const updated = toUpdated(question)
  const article = buildData(ArticleJsonLd, {
    headline: toHeading(question),
    description: toSummary(question),
    author: toAuthor(question.author, question.authorName),
    publisher,
    datePublished: toInstant(question.date),
    image: toAbsoluteUrl(image),
    isAccessibleForFree: true,
    mainEntityOfPage: toUrl(question),
  })
  // next-seo fills a missing date of change with the date of publication.
  return { ...article, dateModified: updated && toInstant(updated), inLanguage: site.language }
}

/**
 * Only for questions asked by a student: Google otherwise requires that readers can answer too.
 * https://developers.google.com/search/docs/appearance/structured-data/qapage
 */
function toQuestionAndAnswer(question: Question): StructuredData {
  const author = toAuthor(question.author, question.authorName)
  const datePublished = toInstant(question.date)
  const text = toPlainText(question.answer)
  const acceptedAnswer = { '@type': 'Answer', text, url: toUrl(question), author, datePublished }
  const name = toHeading(question)
  return {
    '@context': 'https://schema.org',
    '@type': 'QAPage',
    mainEntity: {
      '@type': 'Question',
      name,
      text: question.details.question ?? name,
      answerCount: 1,
      datePublished,
      acceptedAnswer,
    },
  }
}

const toUrl = ({ canonical }: Question) => toAbsoluteUrl(toQuestionPath(canonical.subject, canonical.slug))
