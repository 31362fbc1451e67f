import { offPath } from '@/lib/core/path-key'
import type { TopicCount } from '@/lib/core/topic-rule'
import { listMentions, type Mention, splitTopicKey, type Tagged, toMentionsJson, toTopicKey } from '@/lib/core/topics'
import type { QuestionRecord } from '@/lib/core/types'
import { readKeys } from '@/lib/library/reads'
import { getRow, listRows, type Store } from '../schema/open'
import type { ChangeLog } from './change-log'
import type { Derivation } from './derivation'
import type { ListCounts } from './list-counts'
import { prepareSegments } from './list-segments'
import { prepareShownTopics } from './shown-topics'
import { prepareTopicCounts } from './topic-counts'

type Change = Mention & { topic: string; sort: string; change: number }

/**
 * Which questions mention which topics, the lists of questions of the words that are topics by the rule (topic-rule.ts),
 * and which topics have a page. Added and removed rows are collected first, because most edits change none, and because
 * storing sorted rows is much faster.
 */
export function prepareTopics(store: Store, lists: ListCounts, changes: ChangeLog): Derivation {
  store.exec(`
    CREATE TEMP TABLE topic_note (question_id INTEGER, subject TEXT, mentions TEXT, change INTEGER);
    CREATE TEMP TABLE topic_change (topic TEXT, question_id INTEGER, how INTEGER, change INTEGER, sort TEXT);
  `)
  const shown = prepareShownTopics(store, changes)
  const segments = prepareSegments(store)
  const counts = prepareTopicCounts(store)
  const sql = {
    note: store.prepare('INSERT INTO topic_note VALUES (?, ?, ?, ?)'),
    moved: store.prepare(`SELECT q.id, q.subject, q.title, q.details FROM path_change m
      CROSS JOIN question q ON q.id = m.question_id
      WHERE q.no_index = 0 AND q.id NOT IN (SELECT question_id FROM topic_note)`),
    listChanges: store.prepare(
      'SELECT topic, sort, how, sum(change) AS change FROM topic_change GROUP BY topic, sort, question_id, how',
    ),
    before: store.prepare(
      'SELECT question_id AS id FROM topic_question WHERE topic = ? AND sort < ? ORDER BY sort DESC LIMIT 1',
    ),
  }

  const note = (id: number, question: Tagged, change: 1 | -1, mentions = toMentionsJson(question)) =>
    sql.note.run(id, question.subject, mentions, change)

  /** A question that moved on its paths is removed from its old place and added at the new one. */
  function noteMoved() {
    for (const { id, details, ...row } of listRows<{ id: number; subject: string; title: string; details: string }>(
      sql.moved,
    )) {
      const question = { ...row, details: JSON.parse(details) }
      note(id, question, -1)
      note(id, question, 1)
    }
  }

  /** Updates, creates or removes the list of a topic; returns whether it was created or removed. */
  function settleList(
    { subject, slug }: { subject: string; slug: string },
    count: TopicCount | undefined,
    rows: Change[],
  ) {
    const topic = toTopicKey(subject, slug)
    const before = lists.get('topic', topic)
    if (!count) {
      if (before === undefined) return false
      lists.remove('topic', topic)
      segments.remove('topic', topic)
      return true
    }
    if (before !== undefined && rows.length === 0) return false
    lists.change('topic', topic, count.questions - (before ?? 0))
    segments.settle('topic', topic, before === undefined ? [''] : rows.map(({ sort }) => sort))
    changes.note(readKeys.list('topic', topic))
    // The question before a place on the path has another next step now.
    for (const { sort } of rows.filter((row) => !row.sort.startsWith(offPath))) {
      const question = getRow<{ id: number }>(sql.before, topic, sort)
      if (question) changes.note(readKeys.question(question.id))
    }
    return before === undefined
  }

  function noteReworded() {
    const tagged = store.prepare(
      'SELECT q.subject, q.title, q.details FROM reworded CROSS JOIN question q USING (slug)',
    )
    for (const row of listRows<{ subject: string; title: string; details: string }>(tagged)) {
      for (const topic of listMentions({ ...row, details: JSON.parse(row.details) }).keys()) {
        const key = toTopicKey(row.subject, topic)
        if (lists.get('topic', key) !== undefined) changes.note(readKeys.list('topic', key))
      }
    }
  }

  return {
    add(id, question: QuestionRecord) {
      if (!question.noIndex) note(id, question, 1, question.mentions)
    },
    remove(question) {
      if (!question.noIndex) note(question.id, question, -1)
    },

    settle() {
      noteMoved()
      store.exec(`
        INSERT INTO topic_change SELECT subject || '/' || key, question_id, value, change, ${sortOfChange}
          FROM topic_note n, json_each(n.mentions);
        DELETE FROM topic_question WHERE (topic, sort, question_id) IN (SELECT topic, sort, question_id FROM (${toChanged('<')}));
        INSERT INTO topic_question ${toChanged('>')};
      `)
      const touched = new Map<string, Change[]>()
      for (const row of listRows<Change>(sql.listChanges)) {
        const rows = touched.get(row.topic) ?? []
        touched.set(row.topic, rows)
        if (row.change !== 0) rows.push(row)
      }
      const changed = [...touched].filter(([, rows]) => rows.length > 0)
      for (const [topic, rows] of changed) counts.change(topic, rows)
      const subjects = new Set([...touched.keys()].map((topic) => splitTopicKey(topic).subject))
      // Whether words are a topic of one subject depends on how they are spread over all subjects.
      for (const slug of new Set(changed.map(([topic]) => splitTopicKey(topic).slug))) {
        for (const [subject, count] of counts.decide(slug, subjects)) {
          const rows = touched.get(toTopicKey(subject, slug)) ?? []
          if (settleList({ subject, slug }, count, rows)) subjects.add(subject)
        }
      }
      for (const subject of subjects) shown.settle(subject, touched)
      noteReworded()
    },

    fill() {
      // Nothing is removed from a new store.
      store.exec(`INSERT INTO topic_question
        SELECT subject || '/' || key, ${toSort('p.sort', 'value')}, p.question_id, value
        FROM topic_note n CROSS JOIN path p ON p.question_id = n.question_id, json_each(n.mentions) ORDER BY 1, 2, 3`)
      for (const [topic, { questions }] of counts.fill()) lists.change('topic', topic, questions)
      segments.fill('topic')
      const subjects = store.prepare("SELECT key FROM list WHERE list = 'newest'")
      for (const { key } of listRows<{ key: string }>(subjects)) shown.settle(key, new Map())
    },
  }
}

/** The place of a question in the list of a topic: on the path if it is about the topic, else after the path. */
const toSort = (place: string, how: string) =>
  `iif(${how} & 1, ${place}, '${offPath}' || ltrim(${place}, '${offPath}'))`

const placeNow = '(SELECT sort FROM path p WHERE p.question_id = n.question_id)'
const placeBefore = `coalesce((SELECT before FROM path_change m WHERE m.question_id = n.question_id), ${placeNow})`
const sortOfChange = toSort(`iif(change < 0, ${placeBefore}, ${placeNow})`, 'value')

/** The rows that were added (`>`) or removed (`<`), in the order of the table. */
const toChanged = (side: '<' | '>') =>
  `SELECT topic, sort, question_id, how FROM topic_change GROUP BY topic, sort, question_id, how HAVING sum(change) ${side} 0`
