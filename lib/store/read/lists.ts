import { pageSize, toPageCount } from '@/lib/core/pagination'
import type { ListOrder } from '@/lib/core/routes'
import { toTopicKey } from '@/lib/core/topics'
import type { QuestionList, QuestionSummary, Subject } from '@/lib/core/types'
import { type ListName, listDefinitions } from '../schema/list-definitions'
import { getRow, listRows, type Store } from '../schema/open'
import { summaryColumns, summaryJoins } from './rows'

/** The lists of questions. Any page costs the same: its segment is found by its number, its rows by the segment. */
export function prepareLists(store: Store) {
  const pageOf = (name: 'newest' | 'a-z' | 'author') => {
    const { key, order, shown } = listDefinitions[name]
    // Finds the rows of the page in the index alone, then reads only these.
    return store.prepare(`SELECT ${summaryColumns} FROM (
      SELECT id, canonical_id, ${order} AS sort FROM question
      WHERE ${key} = ? AND ${shown} AND ${order} >= ? ORDER BY ${order} LIMIT ? OFFSET ?
    ) q ${summaryJoins} ORDER BY q.sort`)
  }
  const topicPage = store.prepare(`SELECT ${summaryColumns} FROM (
      SELECT question_id, sort FROM topic_question WHERE topic = ? AND sort >= ? ORDER BY sort LIMIT ? OFFSET ?
    ) t JOIN question q ON q.id = t.question_id ${summaryJoins} ORDER BY t.sort`)
  const newestDateOf = (name: ListName) => {
    const { key, order, shown } = listDefinitions[name]
    return store.prepare(`SELECT date FROM question WHERE ${key} = ? AND ${shown} ORDER BY ${order} LIMIT 1`)
  }
  const sql = {
    page: { newest: pageOf('newest'), 'a-z': pageOf('a-z'), author: pageOf('author'), topic: topicPage },
    // One row, not an iteration that stops early: until a statement has finished, its connection keeps reading the
    // library as it was when the statement began.
    segment: store.prepare(`SELECT first, before FROM (
      SELECT first, sum(questions) OVER (ORDER BY first) - questions AS before FROM list_segment WHERE list = ? AND key = ?
    ) WHERE before <= ? ORDER BY first DESC LIMIT 1`),
    newestDate: { newest: newestDateOf('newest'), author: newestDateOf('author'), all: newestDateOf('all') },
    count: store.prepare('SELECT questions FROM list WHERE list = ? AND key = ?'),
    subjects: store.prepare(`SELECT s.slug, s.title, s.badge, s.description, l.questions FROM subject s
      JOIN list l ON l.list = 'newest' AND l.key = s.slug WHERE l.questions > 0
      ORDER BY s.sort_order IS NULL, s.sort_order, l.questions DESC, s.title`),
    subject:
      store.prepare(`SELECT s.slug, s.title, s.badge, s.description, coalesce(l.questions, 0) AS questions FROM subject s
      LEFT JOIN list l ON l.list = 'newest' AND l.key = s.slug WHERE s.slug = ?`),
    authorName: store.prepare(
      'SELECT name FROM author_name WHERE slug = ? AND uses > 0 ORDER BY uses DESC, name LIMIT 1',
    ),
  }

  const count = (list: 'all' | 'newest' | 'author' | 'topic', key: string) =>
    getRow<{ questions: number }>(sql.count, list, key)?.questions ?? 0

  /** The segment with row number `offset` of a list, and how many of the segment's rows come before that one. */
  function findSegment(list: ListName, key: string, offset: number): { first: string; skip: number } {
    const segment = getRow<{ first: string; before: number }>(sql.segment, list, key, offset)
    return segment ? { first: segment.first, skip: offset - segment.before } : { first: '', skip: offset }
  }

  /** A page of a list, or undefined where the number is past its end. */
  function getPage(list: keyof typeof sql.page, key: string, page: number): QuestionList | undefined {
    const total = count(list === 'a-z' ? 'newest' : list, key)
    const pages = toPageCount(total)
    if (page < 1 || page > pages) return undefined
    const { first, skip } = findSegment(list, key, (page - 1) * pageSize)
    return { questions: listRows<QuestionSummary>(sql.page[list], key, first, pageSize, skip), page, pages, total }
  }

  return {
    /** The day of the newest question that a list shows; undefined for an empty list. */
    getNewestDate: (list: keyof typeof sql.newestDate, key: string) =>
      getRow<{ date: string }>(sql.newestDate[list], key)?.date,
    countQuestions: () => count('all', ''),
    listSubjects: () => listRows<Subject>(sql.subjects),
    getSubject: (slug: string) => getRow<Subject>(sql.subject, slug),
    getAuthorName: (slug: string) => getRow<{ name: string }>(sql.authorName, slug)?.name,
    countPages: (list: 'newest' | 'author' | 'topic', key: string) => toPageCount(count(list, key)),
    listInSubject: (subject: string, order: ListOrder, page: number) => getPage(order, subject, page),
    listInTopic: (subject: string, topic: string, page: number) => getPage('topic', toTopicKey(subject, topic), page),
    listByAuthor: (author: string, page: number) => getPage('author', author, page),
  }
}
