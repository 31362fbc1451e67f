import { mostTopics, toTopicKey, toTopicName, toTopics } from '@/lib/core/topics'
import type { QuestionDetails, Topic } from '@/lib/core/types'
import { readKeys } from '@/lib/library/reads'
import { listRows, type Store } from '../schema/open'
import type { ChangeLog } from './change-log'

/** A topic's name is the most common one among this many of its newest questions. */
const namingQuestions = 10

/** Which topics have a page: in each subject, those with the most questions. */
export function prepareShownTopics(store: Store, changes: ChangeLog) {
  const sql = {
    largest: store.prepare(
      `SELECT key FROM list WHERE list = 'topic' AND substr(key, 1, instr(key, '/') - 1) = ?
       ORDER BY questions DESC, key LIMIT ?`,
    ),
    newest: store.prepare(
      `SELECT q.details FROM (SELECT question_id FROM topic_question WHERE topic = ? ORDER BY sort LIMIT ?) t
       JOIN question q ON q.id = t.question_id`,
    ),
    shown: store.prepare('SELECT slug, name, place FROM topic WHERE subject = ? ORDER BY place'),
    hide: store.prepare('DELETE FROM topic WHERE subject = ? AND slug = ?'),
    show: store.prepare('INSERT OR REPLACE INTO topic VALUES (?, ?, ?, ?)'),
  }

  function findName(subject: string, slug: string): string {
    const newest = listRows<{ details: string }>(sql.newest, toTopicKey(subject, slug), namingQuestions)
    const names = newest.map(({ details }) => {
      const { keywords }: QuestionDetails = JSON.parse(details)
      return toTopics(subject, keywords).get(slug) ?? []
    })
    return toTopicName(names.flat())
  }

  return {
    /**
     * Chooses again the topics that a subject shows, once lists are counted; those in `touched` may have a new name.
     */
    settle(subject: string, touched: Pick<ReadonlySet<string>, 'has'>) {
      const shown = listRows<Topic & { place: number }>(sql.shown, subject)
      const before = new Map(shown.map((topic) => [topic.slug, topic]))
      for (const [place, { key }] of listRows<{ key: string }>(sql.largest, subject, mostTopics).entries()) {
        const slug = key.slice(subject.length + 1)
        const old = before.get(slug)
        before.delete(slug)
        const name = old && !touched.has(key) ? old.name : findName(subject, slug)
        if (old?.name === name && old.place === place) continue
        sql.show.run(subject, slug, name, place)
        changes.note(readKeys.list('topics', subject))
        if (old?.name !== name) changes.note(readKeys.list('topic-page', key))
      }
      for (const slug of before.keys()) {
        sql.hide.run(subject, slug)
        changes.note(readKeys.list('topics', subject))
        changes.note(readKeys.list('topic-page', toTopicKey(subject, slug)))
      }
    },
  }
}
