import { maxTopics } from '@/lib/core/topic-rule'
import { findMentionName, toTopicKey, toTopicName } from '@/lib/core/topics'
import type { Topic } from '@/lib/core/types'
import { readKeys } from '@/lib/library/reads'
import { listRows, type Store } from '../schema/open'
import type { ChangeLog } from './change-log'

/** A topic's name is the most common one among this many of its first questions. */
const namingQuestions = 10

/** Which topics have a page: in each subject, those with the most questions. */
export function prepareShownTopics(store: Store, changes: ChangeLog) {
  const sql = {
    largest: store.prepare(
      `SELECT key, questions FROM list WHERE list = 'topic' AND substr(key, 1, instr(key, '/') - 1) = ?
       ORDER BY questions DESC, key LIMIT ?`,
    ),
    first: store.prepare(
      `SELECT q.title, q.details FROM (SELECT question_id FROM topic_question WHERE topic = ? ORDER BY sort LIMIT ?) t
       JOIN question q ON q.id = t.question_id`,
    ),
    shown: store.prepare('SELECT slug, name, place, size FROM topic WHERE subject = ? ORDER BY place'),
    hide: store.prepare('DELETE FROM topic WHERE subject = ? AND slug = ?'),
    show: store.prepare('INSERT OR REPLACE INTO topic VALUES (?, ?, ?, ?, ?)'),
  }

  function findName(subject: string, slug: string): string {
    const first = listRows<{ title: string; details: string }>(sql.first, toTopicKey(subject, slug), namingQuestions)
    const names = first.flatMap(
      ({ title, details }) => findMentionName({ subject, title, details: JSON.parse(details) }, slug) ?? [],
    )
    return toTopicName(names)
  }

  return {
    /**
     * Updates the choice of topics that a subject shows, once lists are counted; those in `touched` may have a new name.
     */
    settle(subject: string, touched: Pick<ReadonlySet<string>, 'has'>) {
      const shown = listRows<Topic & { place: number; size: number }>(sql.shown, subject)
      const before = new Map(shown.map((topic) => [topic.slug, topic]))
      const largest = listRows<{ key: string; questions: number }>(sql.largest, subject, maxTopics)
      for (const [place, { key, questions }] of largest.entries()) {
        const slug = key.slice(subject.length + 1)
        const old = before.get(slug)
        before.delete(slug)
        const name = old && !touched.has(key) ? old.name : findName(subject, slug)
        const size = Math.floor(Math.log2(questions))
        if (old?.name === name && old.place === place && old.size === size) continue
        sql.show.run(subject, slug, name, place, size)
        if (old?.name !== name || old.place !== place) changes.note(readKeys.list('topics', subject))
        if (old?.name !== name || old.size !== size) changes.note(readKeys.list('topic-page', key))
      }
      for (const slug of before.keys()) {
        sql.hide.run(subject, slug)
        changes.note(readKeys.list('topics', subject))
        changes.note(readKeys.list('topic-page', toTopicKey(subject, slug)))
      }
    },
  }
}
