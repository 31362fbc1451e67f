import type { ListOrder } from '@/lib/routes'
import type { QuestionList, QuestionSummary, Subject } from '../types'
import { getRow, listRows, type Store } from './open'
import { summaryColumns, summaryJoins } from './rows'

/** Questions on one page of a list. */
export const pageSize = 100

const orderColumns = { newest: 'date DESC, slug', 'a-z': 'title_key, slug' } as const

/** The lists of questions, each page of bounded size. */
export function prepareLists(store: Store) {
  const inSubject = (order: ListOrder) =>
    store.prepare(`SELECT ${summaryColumns} FROM (
      SELECT id, owner_id, ${order === 'newest' ? 'date' : 'title_key'}, slug FROM question
      WHERE subject = ? AND no_index = 0 ORDER BY ${orderColumns[order]} LIMIT ? OFFSET ?
    ) q ${summaryJoins} ORDER BY q.${orderColumns[order].replace(', ', ', q.')}`)
  const sql = {
    newest: inSubject('newest'),
    'a-z': inSubject('a-z'),
    byAuthor: store.prepare(`SELECT ${summaryColumns} FROM question q ${summaryJoins}
      WHERE q.author = ? AND q.no_index = 0 AND q.is_owner = 1 ORDER BY q.date DESC, q.slug LIMIT ? OFFSET ?`),
    newestOfAll: store.prepare(`SELECT ${summaryColumns} FROM question q ${summaryJoins}
      WHERE q.no_index = 0 AND q.is_owner = 1 ORDER BY q.date DESC, q.slug LIMIT ?`),
    count: store.prepare('SELECT questions FROM list_count WHERE list = ? AND key = ?'),
    subjects: store.prepare(`SELECT s.slug, s.title, s.description, c.questions FROM subject s
      JOIN list_count c ON c.list = 'subject' AND c.key = s.slug WHERE c.questions > 0
      ORDER BY s.sort_order IS NULL, s.sort_order, s.title`),
    subject: store.prepare(`SELECT s.slug, s.title, s.description, coalesce(c.questions, 0) AS questions FROM subject s
      LEFT JOIN list_count c ON c.list = 'subject' AND c.key = s.slug WHERE s.slug = ?`),
    authorName: store.prepare(
      'SELECT name FROM author_name WHERE slug = ? AND uses > 0 ORDER BY uses DESC, name LIMIT 1',
    ),
  }

  const count = (list: 'all' | 'subject' | 'author', key: string) =>
    getRow<{ questions: number }>(sql.count, list, key)?.questions ?? 0

  /** The pages of a list; an empty one has one. */
  const toPages = (total: number) => Math.max(1, Math.ceil(total / pageSize))

  /** A page of a list, or undefined where the number is past its end. */
  const toPage = (
    total: number,
    page: number,
    list: (offset: number) => QuestionSummary[],
  ): QuestionList | undefined => {
    const pages = toPages(total)
    if (page < 1 || page > pages) return undefined
    return { questions: list((page - 1) * pageSize), page, pages, total }
  }

  return {
    countQuestions: () => count('all', ''),
    listSubjects: () => listRows<Subject>(sql.subjects),
    getSubject: (slug: string) => getRow<Subject>(sql.subject, slug),
    getAuthorName: (slug: string) => getRow<{ name: string }>(sql.authorName, slug)?.name,
    countPages: (list: 'subject' | 'author', key: string) => toPages(count(list, key)),
    listNewest: (limit: number) => listRows<QuestionSummary>(sql.newestOfAll, limit),
    listInSubject: (subject: string, order: ListOrder, page: number) =>
      toPage(count('subject', subject), page, (offset) => listRows(sql[order], subject, pageSize, offset)),
    listByAuthor: (author: string, page: number) =>
      toPage(count('author', author), page, (offset) => listRows(sql.byAuthor, author, pageSize, offset)),
  }
}
