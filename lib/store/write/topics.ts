import { hashAddress } from '@/lib/core/address-hash'
import { fewestQuestions, toSubject, toTopicKey, toTopics } from '@/lib/core/topics'
import type { QuestionDetails, QuestionRecord } from '@/lib/core/types'
import { readKeys } from '@/lib/library/reads'
import { getRow, listRows, type Store } from '../schema/open'
import type { ChangeLog } from './change-log'
import type { Derivation } from './derivation'
import type { ListCounts } from './list-counts'
import { prepareSegments } from './list-segments'
import { prepareShownTopics } from './shown-topics'

type Tagged = Pick<QuestionRecord, 'subject' | 'slug' | 'date' | 'noIndex'> & {
  details: Pick<QuestionDetails, 'keywords'>
}

type Change = { topic: string; sort: string; change: 1 | -1 }

/**
 * Which questions are in which topics, the lists of topics that enough questions share, and which have a page. Added
 * and removed rows are collected first, because most edits change none, and because storing sorted rows is much faster.
 */
export function prepareTopics(store: Store, counts: ListCounts, changes: ChangeLog): Derivation {
  store.exec('CREATE TEMP TABLE topic_change (topic TEXT, sort TEXT, question_id INTEGER, change INTEGER)')
  const shown = prepareShownTopics(store, changes)
  const segments = prepareSegments(store)
  const sql = {
    note: store.prepare('INSERT INTO topic_change SELECT value, ?2, ?3, ?4 FROM json_each(?1)'),
    listChanges: store.prepare(`SELECT topic, sort, sum(change) AS change FROM topic_change GROUP BY topic, sort`),
    count: store.prepare('SELECT count(*) AS questions FROM topic_question WHERE topic = ?'),
  }

  function note(id: number, { subject, slug, date, noIndex, details }: Tagged, change: 1 | -1) {
    if (noIndex) return
    const topics = [...toTopics(subject, details.keywords).keys()].map((topic) => toTopicKey(subject, topic))
    sql.note.run(JSON.stringify(topics), toSort(date, slug), id, change)
  }

  /** Updates the list of a topic, or creates it if the topic now has enough questions. */
  function settleList(topic: string, rows: readonly Change[]) {
    const before = counts.get('topic', topic)
    const change = rows.reduce((sum, row) => sum + row.change, 0)
    const now =
      before === undefined ? (getRow<{ questions: number }>(sql.count, topic)?.questions ?? 0) : before + change
    if (now >= fewestQuestions) {
      counts.change('topic', topic, now - (before ?? 0))
      changes.note(readKeys.list('topic', topic))
      segments.settle(
        'topic',
        topic,
        rows.map(({ sort }) => sort),
      )
    } else if (before !== undefined) {
      counts.remove('topic', topic)
      segments.remove('topic', topic)
    }
  }

  function noteReworded() {
    const tagged = store.prepare('SELECT q.subject, q.details FROM reworded CROSS JOIN question q USING (slug)')
    for (const { subject, details } of listRows<{ subject: string; details: string }>(tagged)) {
      for (const topic of toTopics(subject, (JSON.parse(details) as QuestionDetails).keywords).keys()) {
        const key = toTopicKey(subject, topic)
        if (counts.get('topic', key) !== undefined) changes.note(readKeys.list('topic', key))
      }
    }
  }

  return {
    add: (id, question) => note(id, question, 1),
    remove: (question) => note(question.id, question, -1),

    settle() {
      store.exec(`
        DELETE FROM topic_question WHERE (topic, sort, question_id) IN (${toChanged('<')});
        INSERT INTO topic_question ${toChanged('>')};
      `)
      const touched = new Map<string, Change[]>()
      for (const row of listRows<Omit<Change, 'change'> & { change: number }>(sql.listChanges)) {
        const rows = touched.get(row.topic) ?? []
        touched.set(row.topic, rows)
        if (row.change !== 0) rows.push({ ...row, change: row.change > 0 ? 1 : -1 })
      }
      for (const [topic, rows] of touched) if (rows.length > 0) settleList(topic, rows)
      for (const subject of new Set([...touched.keys()].map(toSubject))) shown.settle(subject, touched)
      noteReworded()
    },

    fill() {
      // Nothing is removed from a new store.
      store.exec('INSERT INTO topic_question SELECT topic, sort, question_id FROM topic_change ORDER BY 1, 2, 3')
      counts.fill('topic')
      segments.fill('topic')
      const subjects = store.prepare("SELECT key FROM list WHERE list = 'newest'")
      for (const { key } of listRows<{ key: string }>(subjects)) shown.settle(key, new Map())
    },
  }
}

/** The rows that were added (`>`) or removed (`<`), in the order of the table. */
const toChanged = (side: '<' | '>') =>
  `SELECT topic, sort, question_id FROM topic_change GROUP BY topic, sort, question_id HAVING sum(change) ${side} 0`

/** Newest first; within a day by the slug's hash: a stable order, and shorter than the slug. */
function toSort(date: string, slug: string): string {
  return `${99_999_999 - Number(date.replaceAll('-', ''))} ${hashAddress(slug).toString(36)}`
}
