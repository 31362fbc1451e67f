import { hashAddress } from '@/lib/core/address-hash'
import { toTopicKey, toTopics } from '@/lib/core/topics'
import type { QuestionKey } from '@/lib/core/types'
import type { Store } from '../schema/open'

/** What decides in which topics a question stands, and where in them. */
export type Tagged = QuestionKey & { date: string; noIndex: boolean; keywords: readonly string[] }

/**
 * Which questions stand in which topics, as a compile writes it, one statement for all topics of a question. In a store
 * made anew the rows are gathered first: putting each where it belongs among all would cost much more.
 */
export function prepareTopicRows(store: Store, fresh: boolean) {
  if (fresh) store.exec('CREATE TEMP TABLE new_topic_question (topic TEXT, sort TEXT, question_id INTEGER)')
  const table = fresh ? 'new_topic_question' : 'topic_question'
  const sql = {
    add: store.prepare(`INSERT INTO ${table} SELECT value, ?2, ?3 FROM json_each(?1)`),
    remove: store.prepare(
      'DELETE FROM topic_question WHERE topic IN (SELECT value FROM json_each(?1)) AND sort = ?2 AND question_id = ?3',
    ),
  }
  return {
    /** Puts the rows of a question in the place of those that it had; most edits leave them as they are. */
    replace(id: number, old: Tagged | undefined, now: Tagged | undefined) {
      if (old && now && isSame(old, now)) return
      if (old && !old.noIndex) sql.remove.run(toKeys(old), toSort(old), id)
      if (now && !now.noIndex) sql.add.run(toKeys(now), toSort(now), id)
    },

    /** Puts what was gathered in its place. */
    settle() {
      if (fresh) store.exec('INSERT INTO topic_question SELECT * FROM new_topic_question ORDER BY topic, sort')
    },
  }
}

const isSame = (old: Tagged, now: Tagged) =>
  old.date === now.date && old.noIndex === now.noIndex && old.keywords.join('\0') === now.keywords.join('\0')

const toKeys = ({ subject, keywords }: Tagged) =>
  JSON.stringify([...toTopics(subject, keywords).keys()].map((topic) => toTopicKey(subject, topic)))

/** The newest first; on one day an order that never changes, by the slug's hash, which is shorter than the slug. */
function toSort({ date, slug }: Tagged): string {
  return `${99_999_999 - Number(date.replaceAll('-', ''))} ${hashAddress(slug).toString(36)}`
}
