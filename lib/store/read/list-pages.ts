import type { ListOrder } from '@/lib/core/routes'
import { toTopicKey } from '@/lib/core/topics'
import { newestOfAuthor } from '@/lib/library/of-day'
import type { AuthorPage, SubjectPage, TopicPage } from '@/lib/library/pages'
import { readInSection, toPath } from '@/lib/library/path'
import { type NoteKeys, readKeys } from '@/lib/library/reads'
import type { Queries } from './queries'

/** A page of a subject's questions; undefined if there is no such subject or page. */
export function readSubjectPage(
  queries: Queries,
  note: NoteKeys,
  slug: string,
  order: ListOrder,
  page: number,
): SubjectPage | undefined {
  note([readKeys.list('newest', slug), readKeys.list('topics', slug), readKeys.list('subjects', '')])
  const subject = queries.getSubject(slug)
  const list = subject && queries.listInSubject(slug, order, page)
  if (!list) return undefined
  return {
    subject,
    list,
    order,
    topics: queries.listTopics(slug),
    letters: order === 'a-z' ? queries.listLetters(slug) : [],
  }
}

/** A page of a topic's questions, in the order of its path; undefined if there is no such topic or page. */
export function readTopicPage(
  queries: Queries,
  note: NoteKeys,
  subjectSlug: string,
  slug: string,
  page: number,
): TopicPage | undefined {
  const key = toTopicKey(subjectSlug, slug)
  note([readKeys.list('topic', key), readKeys.list('topic-page', key), readKeys.list('subjects', '')])
  const subject = queries.getSubject(subjectSlug)
  const topic = queries.getTopic(subjectSlug, slug)
  const list = topic && queries.listInTopic(subjectSlug, slug, page)
  if (!subject || !topic || !list) return undefined
  const defining = page === 1 ? queries.getDefining(subjectSlug, slug) : undefined
  const found = page === 1 ? queries.listSections(subjectSlug, slug, readInSection) : []
  return { subject, topic, list, defining, path: toPath(found, defining) }
}

/** A page of an author's questions, the newest first; undefined if there is no such author or page. */
export function readAuthorPage(queries: Queries, note: NoteKeys, slug: string, page: number): AuthorPage | undefined {
  note([readKeys.list('author', slug), readKeys.list('subjects', '')])
  const name = queries.getAuthorName(slug)
  const list = name ? queries.listByAuthor(slug, page) : undefined
  if (!name || !list) return undefined
  const newest = page === 1 && list.pages > 1 ? queries.listNewestOfAuthor(slug, newestOfAuthor) : []
  return { author: { slug, name }, list, newest }
}
