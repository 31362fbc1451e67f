import 'server-only'
import { cache } from 'react'
import { parseListPage } from '@/lib/core/routes'
import { getLibrary } from '@/lib/library/current'
import { onePerSense } from '@/lib/search/rewordings'
import { toSense } from '@/lib/search/sense'

// Cached for one rendering, so that a page's head and body share one read.
const readSubject = cache((slug: string, order: 'newest' | 'a-z', page: number) =>
  getLibrary().readSubject(slug, order, page),
)
const readTopic = cache((subject: string, topic: string, page: number) => getLibrary().readTopic(subject, topic, page))
const readAuthor = cache((slug: string, page: number) => getLibrary().readAuthor(slug, page))

/** A page of a subject's questions; undefined if there is no such subject or page. `list` is the rest of its address. */
export async function getSubjectPage(params: { subject: string; list?: string[] }) {
  const asked = parseListPage(params.list)
  return asked && readSubject(params.subject, asked.order, asked.page)
}

/**
 * A page of a topic's questions, in the order of its path; undefined if there is no such topic or page. The sections of
 * the path have one question of each sense; the list has all.
 */
export async function getTopicPage(params: { subject: string; topic: string; list?: string[] }) {
  const asked = parseListPage(params.list)
  const page = asked?.order === 'newest' && (await readTopic(params.subject, params.topic, asked.page))
  if (!page) return undefined
  const path = page.path.map(({ title, questions }) => ({
    title,
    questions: onePerSense(questions, (question) => toSense(question.title, question.subject)),
  }))
  return { ...page, path }
}

/** A page of an author's questions, the newest first; undefined if there is no such author or page. */
export async function getAuthorPage(params: { author: string; list?: string[] }) {
  const asked = parseListPage(params.list)
  return asked?.order === 'newest' ? readAuthor(params.author, asked.page) : undefined
}
