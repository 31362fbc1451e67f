import { pageSize, toPageCount } from '@/lib/core/pagination'
import { offPath } from '@/lib/core/path-key'
import { sections } from '@/lib/core/question-form'
import type { ListOrder } from '@/lib/core/routes'
import type { QuestionList, QuestionSummary, Subject, Topic, TopicOfQuestion } from '@/lib/core/types'
import type { Letter } from '@/lib/library/pages'
import { toSectionRange } from '@/lib/library/path'
import type { PossibleTopic } from '@/lib/search/next'
import { listDefinitions } from '@/lib/store/schema/list-definitions'
import type { Ask } from './session'
import { summaryColumns, toSummaryJoins } from './summaries'

/** Titles begin with letters and digits of any script; a longer index would be no help. */
const maxLetters = 40
const lastCharacter = '\u{10FFFF}'

/** The lists of questions, each page in one round trip, whichever it is. */
export function prepareLists(s: string) {
  const joins = toSummaryJoins(s)
  // The segment that row $2 is in, and how many rows come before it.
  const segment = (list: string) => `WITH segment AS (SELECT first, before FROM (
      SELECT first, sum(questions) OVER (ORDER BY first) - questions AS before
      FROM ${s}.list_segment WHERE list = '${list}' AND key = $1
    ) s WHERE before <= $2 ORDER BY first DESC LIMIT 1)`
  const from = `coalesce((SELECT first FROM segment), '')`
  const rest = `LIMIT ${pageSize} OFFSET $2 - coalesce((SELECT before FROM segment), 0)::bigint`
  const pageOf = (name: 'newest' | 'a-z' | 'author') => {
    const { key, order, shown } = listDefinitions[name]
    return `${segment(name)} SELECT ${summaryColumns} FROM (
        SELECT id, canonical_id, ${order} AS sort FROM ${s}.question
        WHERE ${key} = $1 AND ${shown} AND ${order} >= ${from} ORDER BY ${order}, id ${rest}
      ) q ${joins} ORDER BY q.sort, q.id`
  }
  const topicPage = `${segment('topic')} SELECT ${summaryColumns} FROM (
      SELECT question_id, sort FROM ${s}.topic_question WHERE topic = $1 AND sort >= ${from} ORDER BY sort, question_id ${rest}
    ) t JOIN ${s}.question q ON q.id = t.question_id ${joins} ORDER BY t.sort, t.question_id`
  const onPath = (condition: string, limit: string) => `SELECT ${summaryColumns} FROM (
      SELECT question_id, sort FROM ${s}.topic_question WHERE topic = $1 AND ${condition} ORDER BY sort LIMIT ${limit}
    ) t JOIN ${s}.question q ON q.id = t.question_id ${joins} ORDER BY t.sort`
  const pages = { newest: pageOf('newest'), 'a-z': pageOf('a-z'), author: pageOf('author'), topic: topicPage }
  const subject = `SELECT s.slug, s.title, s.badge, s.description, coalesce(l.questions, 0) AS questions FROM ${s}.subject s
    LEFT JOIN ${s}.list l ON l.list = 'newest' AND l.key = s.slug`
  const sql = {
    count: { name: 'list-count', text: `SELECT questions FROM ${s}.list WHERE list = $1 AND key = $2` },
    subjects: {
      name: 'subjects',
      text: `${subject} WHERE l.questions > 0
        ORDER BY s.sort_order IS NULL, s.sort_order, l.questions DESC, s.title COLLATE "C"`,
    },
    subject: { name: 'subject', text: `${subject} WHERE s.slug = $1` },
    topic: { name: 'topic', text: `SELECT slug, name FROM ${s}.topic WHERE subject = $1 AND slug = $2` },
    topics: { name: 'topics', text: `SELECT slug, name FROM ${s}.topic WHERE subject = $1 ORDER BY place` },
    topicsAmong: {
      name: 'topics-among',
      text: `SELECT t.slug, t.name, (
          SELECT m.question_id FROM ${s}.topic_question m
          WHERE m.topic = $1 || '/' || t.slug AND m.sort > wanted.after AND m.sort < '${offPath}' ORDER BY m.sort LIMIT 1
        ) AS "nextId"
        FROM unnest($2::text[], $3::text[]) wanted(slug, after)
        JOIN ${s}.topic t ON t.subject = $1 AND t.slug = wanted.slug ORDER BY t.size, t.slug`,
    },
    section: { name: 'section', text: onPath('sort >= $2 AND sort < $3', '$4') },
    defining: { name: 'defining', text: onPath(`how >= 8 AND sort < '${offPath}'`, '1') },
    author: {
      name: 'author',
      text: `SELECT name FROM ${s}.author_name WHERE slug = $1 AND uses > 0 ORDER BY uses DESC, name LIMIT 1`,
    },
    // The first title of each letter, found by skipping the titles that begin with the letter before.
    letters: {
      name: 'letters',
      text: `WITH RECURSIVE first (sort, place) AS (
          (SELECT az_key, 1 FROM ${s}.question WHERE subject = $1 AND no_index = 0 ORDER BY az_key LIMIT 1)
          UNION ALL SELECT (
            SELECT az_key FROM ${s}.question WHERE subject = $1 AND no_index = 0 AND az_key >= left(first.sort, 1) || $2
            ORDER BY az_key LIMIT 1
          ), place + 1 FROM first WHERE sort IS NOT NULL AND place < ${maxLetters}
        ) SELECT left(sort, 1) AS letter, (SELECT
            (SELECT coalesce(sum(questions), 0) FROM ${s}.list_segment
              WHERE list = 'a-z' AND key = $1 AND first < g.first)::bigint +
            (SELECT count(*) FROM ${s}.question
              WHERE subject = $1 AND no_index = 0 AND az_key >= g.first AND az_key < f.sort)
          FROM ${s}.list_segment g WHERE list = 'a-z' AND key = $1 AND first <= f.sort ORDER BY first DESC LIMIT 1
        ) AS before FROM first f WHERE sort IS NOT NULL ORDER BY place`,
    },
  }

  return (ask: Ask) => {
    const count = async (list: 'all' | 'newest' | 'author' | 'topic', key: string) =>
      (await ask<{ questions: number }>(sql.count, list, key))[0]?.questions ?? 0

    /** A page of a list, or undefined where the number is past its end. */
    async function getPage(list: keyof typeof pages, key: string, page: number): Promise<QuestionList | undefined> {
      const offset = (page - 1) * pageSize
      if (!Number.isSafeInteger(offset) || offset < 0) return undefined
      const statement = { name: `page-${list}`, text: pages[list] }
      const [total, questions] = await Promise.all([
        count(list === 'a-z' ? 'newest' : list, key),
        ask<QuestionSummary>(statement, key, offset),
      ])
      const last = toPageCount(total)
      return page > last ? undefined : { questions, page, pages: last, total }
    }

    return {
      count,
      countPages: async (list: 'newest' | 'author' | 'topic', key: string) => toPageCount(await count(list, key)),
      listSubjects: () => ask<Subject>(sql.subjects),
      getSubject: async (slug: string) => (await ask<Subject>(sql.subject, slug))[0],
      getTopic: async (subject: string, slug: string) => (await ask<Topic>(sql.topic, subject, slug))[0],
      listTopics: (subject: string) => ask<Topic>(sql.topics, subject),
      /** The topics of a question, the smallest first, each with the next question on its path. */
      listTopicsAmong: (subject: string, possible: readonly PossibleTopic[]) =>
        ask<TopicOfQuestion>(
          sql.topicsAmong,
          subject,
          possible.map(([slug]) => slug),
          possible.map(([, after]) => after),
        ),
      /** The sections of a topic's path, with at most `limit` questions of each. */
      listSections: (key: string, limit: number) =>
        Promise.all(
          sections.map((_, section) => ask<QuestionSummary>(sql.section, key, ...toSectionRange(section), limit)),
        ),
      /** The first question on a topic's path that asks what the topic is. */
      getDefining: async (key: string) => (await ask<QuestionSummary>(sql.defining, key))[0],
      getAuthorName: async (slug: string) => (await ask<{ name: string }>(sql.author, slug))[0]?.name,
      listInSubject: (subject: string, order: ListOrder, page: number) => getPage(order, subject, page),
      listInTopic: (key: string, page: number) => getPage('topic', key, page),
      listByAuthor: (author: string, page: number) => getPage('author', author, page),
      async listLetters(subject: string): Promise<Letter[]> {
        const rows = await ask<{ letter: string; before: number | null }>(sql.letters, subject, lastCharacter)
        return rows.map(({ letter, before }) => ({ letter, page: Math.floor((before ?? 0) / pageSize) + 1 }))
      },
    }
  }
}
