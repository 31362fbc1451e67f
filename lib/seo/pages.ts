import type { Metadata } from 'next'
import type { AuthorPage, SubjectPage } from '@/lib/content/list-pages'
import type { Question } from '@/lib/content/types'
import { toAuthorPath, toQuestionPath, toSubjectPath } from '@/lib/routes'
import { site } from '@/lib/site'
import { toCount } from '@/lib/words'
import { toMetadata } from './metadata'

export function toQuestionMetadata(question: Question): Metadata {
  return toMetadata({
    title: question.title,
    description: question.description,
    path: toQuestionPath(question.subject, question.slug),
    canonicalPath: toQuestionPath(question.owner.subject, question.owner.slug),
    index: !question.noIndex,
    type: 'article',
  })
}

export function toSubjectMetadata({ subject, list, order }: SubjectPage): Metadata {
  const number = list.page > 1 ? `, page ${list.page}` : ''
  const sorted = order === 'a-z' ? ' from A to Z' : ''
  const about = subject.description ? ` ${subject.description}` : ''
  return toMetadata({
    title: `${subject.title} questions and answers${sorted}${number}`,
    description: `${toCount(list.total, 'question')} in ${subject.title}, answered for students${sorted}${number}.${about}`,
    path: toSubjectPath(subject.slug, order, list.page),
  })
}

export function toAuthorMetadata({ author, list }: AuthorPage): Metadata {
  const number = list.page > 1 ? `, page ${list.page}` : ''
  return toMetadata({
    title: `${author.name}: questions answered${number}`,
    description: `${toCount(list.total, 'question')} that ${author.name} answered on ${site.name}, the newest first${number}.`,
    path: toAuthorPath(author.slug, list.page),
    type: 'profile',
  })
}
