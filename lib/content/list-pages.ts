import 'server-only'
import { type ListOrder, parseListPage } from '@/lib/routes'
import { getLibrary } from './queries'
import type { QuestionList, Subject } from './types'

export type SubjectPage = { subject: Subject; list: QuestionList; order: ListOrder }
export type AuthorPage = { author: { slug: string; name: string }; list: QuestionList }

/** A page of a subject's questions; undefined where there is no such subject or page. `list` is the rest of its address. */
export function getSubjectPage(params: { subject: string; list?: string[] }): SubjectPage | undefined {
  const asked = parseListPage(params.list)
  const library = getLibrary()
  const subject = asked && library.getSubject(params.subject)
  const list = subject && library.listInSubject(subject.slug, asked.order, asked.page)
  return list && { subject, list, order: asked.order }
}

/** A page of an author's questions, the newest first; undefined where there is no such author or page. */
export function getAuthorPage(params: { author: string; list?: string[] }): AuthorPage | undefined {
  const asked = parseListPage(params.list)
  if (asked?.order !== 'newest') return undefined
  const library = getLibrary()
  const name = library.getAuthorName(params.author)
  const list = name ? library.listByAuthor(params.author, asked.page) : undefined
  return name && list ? { author: { slug: params.author, name }, list } : undefined
}
