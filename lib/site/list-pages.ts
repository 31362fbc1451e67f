import 'server-only'
import { type ListOrder, parseListPage } from '@/lib/core/routes'
import type { QuestionList, Subject, Topic } from '@/lib/core/types'
import { getLibrary } from '@/lib/library/queries'

export type SubjectPage = { subject: Subject; list: QuestionList; order: ListOrder; topics: Topic[] }
export type TopicPage = { subject: Subject; topic: Topic; list: QuestionList }
export type AuthorPage = { author: { slug: string; name: string }; list: QuestionList }

/** A page of a subject's questions; undefined where there is no such subject or page. `list` is the rest of its address. */
export function getSubjectPage(params: { subject: string; list?: string[] }): SubjectPage | undefined {
  const asked = parseListPage(params.list)
  const library = getLibrary()
  const subject = asked && library.getSubject(params.subject)
  const list = subject && library.listInSubject(subject.slug, asked.order, asked.page)
  if (!list) return undefined
  // The first page tells what the subject is about; the others go on with its questions.
  const first = asked.page === 1 && asked.order === 'newest'
  return { subject, list, order: asked.order, topics: first ? library.listTopics(subject.slug) : [] }
}

/** A page of a topic's questions, the newest first; undefined where there is no such topic or page. */
export function getTopicPage(params: { subject: string; topic: string; list?: string[] }): TopicPage | undefined {
  const asked = parseListPage(params.list)
  if (asked?.order !== 'newest') return undefined
  const library = getLibrary()
  const subject = library.getSubject(params.subject)
  const topic = library.getTopic(params.subject, params.topic)
  const list = topic && library.listInTopic(params.subject, topic.slug, asked.page)
  return subject && topic && list ? { subject, topic, list } : undefined
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
