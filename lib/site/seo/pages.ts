import type { Metadata } from 'next'
import { toCount } from '@/lib/core/counted-noun'
import { isDrawable } from '@/lib/core/design/picture'
import {
  toAuthorPath,
  toMarkdownPath,
  toQuestionImagePath,
  toQuestionPath,
  toSubjectImagePath,
  toSubjectPath,
  toTopicPath,
} from '@/lib/core/routes'
import { toHeading } from '@/lib/core/shown-fields'
import { site } from '@/lib/core/site'
import type { Question, Subject } from '@/lib/core/types'
import type { AuthorPage, SubjectPage, TopicPage } from '@/lib/library/pages'
import { type PageImage, siteImage, toMetadata } from './metadata'

/**
 * Questions of two subjects may share a title, and so may two of one subject: the subject, and the number among its questions
 * with that title, make each unique. The description is the author's as it is: the check reports duplicates.
 */
export function toQuestionMetadata(question: Question): Metadata {
  const { title, description, subjectTitle, titleOrdinal } = question
  const place = titleOrdinal > 1 ? `${subjectTitle} ${titleOrdinal}` : subjectTitle
  return toMetadata({
    title: toHeading(question),
    fullTitle: `${title} | ${place}`,
    description,
    path: toQuestionPath(question.subject, question.slug),
    canonicalPath: toQuestionPath(question.canonical.subject, question.canonical.slug),
    index: !question.noIndex,
    type: 'article',
    image: toQuestionImage(question),
    // A hidden question is in no feed, and its subject may have no other question.
    ...(!question.noIndex && { subject: { slug: question.subject, title: question.subjectTitle } }),
    markdownPath: toMarkdownPath(question.subject, question.slug),
  })
}

/** The question's own picture, or its subject's if its title has letters that cannot be drawn. */
export function toQuestionImage(question: Question): PageImage {
  const heading = toHeading(question)
  if (!isDrawable(heading)) return toSubjectImage({ slug: question.subject, title: question.subjectTitle })
  return { path: toQuestionImagePath(question.canonical.subject, question.canonical.slug), text: heading }
}

/** A subject's picture, or the site's if its name has letters that cannot be drawn. */
const toSubjectImage = ({ slug, title }: Pick<Subject, 'slug' | 'title'>): PageImage =>
  isDrawable(title) ? { path: toSubjectImagePath(slug), text: `${title}: questions and answers` } : siteImage

export function toSubjectMetadata({ subject, list, order }: SubjectPage): Metadata {
  const number = list.page > 1 ? `, page ${list.page}` : ''
  const sorted = order === 'a-z' ? ' from A to Z' : ''
  const about = subject.description ? ` ${subject.description}` : ''
  return toMetadata({
    title: `${subject.title} questions and answers${sorted}${number}`,
    description: `${toCount(list.total, 'question')} in ${subject.title}, answered for students${sorted}${number}.${about}`,
    path: toSubjectPath(subject.slug, order, list.page),
    index: list.total > 0,
    // A subject without questions has no feed.
    ...(list.total > 0 && { subject }),
    image: toSubjectImage(subject),
  })
}

export function toTopicMetadata({ subject, topic, list }: TopicPage): Metadata {
  const number = list.page > 1 ? `, page ${list.page}` : ''
  return toMetadata({
    title: `${topic.name} in ${subject.title}${number}`,
    fullTitle: `${topic.name} in ${subject.title}: questions and answers${number}`,
    description: `${toCount(list.total, 'question')} on ${topic.name} in ${subject.title}, answered for students: what it is, how and why, kinds and uses${number}.`,
    path: toTopicPath(subject.slug, topic.slug, list.page),
    subject,
    image: toSubjectImage(subject),
  })
}

export function toAuthorMetadata({ author, list }: AuthorPage): Metadata {
  const number = list.page > 1 ? `, page ${list.page}` : ''
  return toMetadata({
    title: `${author.name}: questions answered${number}`,
    description: `${toCount(list.total, 'question')} that ${author.name} answered on ${site.name}, newest first${number}.`,
    path: toAuthorPath(author.slug, list.page),
    index: list.total > 0,
    type: 'profile',
  })
}
