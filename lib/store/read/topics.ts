import { offPath } from '@/lib/core/path-key'
import { sections } from '@/lib/core/question-form'
import { toTopicKey } from '@/lib/core/topics'
import type { QuestionSummary, Topic, TopicOfQuestion } from '@/lib/core/types'
import { toSectionRange } from '@/lib/library/path'
import type { PossibleTopic } from '@/lib/search/next'
import { getRow, listRows, type Store } from '../schema/open'
import { summaryColumns, summaryJoins } from './rows'

/** The topics that have a page. */
export function prepareTopics(store: Store) {
  const onPath = (condition: string) =>
    store.prepare(`SELECT ${summaryColumns} FROM (
      SELECT question_id, sort FROM topic_question WHERE topic = ? AND ${condition} ORDER BY sort LIMIT ?
    ) t JOIN question q ON q.id = t.question_id ${summaryJoins} ORDER BY t.sort`)
  const sql = {
    inSubject: store.prepare('SELECT slug, name FROM topic WHERE subject = ? ORDER BY place'),
    get: store.prepare('SELECT slug, name FROM topic WHERE subject = ? AND slug = ?'),
    among: store.prepare(`SELECT t.slug, t.name, (
        SELECT question_id FROM topic_question
        WHERE topic = ?1 || '/' || t.slug AND sort > wanted.value ->> 1 AND sort < '${offPath}' ORDER BY sort LIMIT 1
      ) AS nextId
      FROM json_each(?2) wanted JOIN topic t ON t.subject = ?1 AND t.slug = wanted.value ->> 0 ORDER BY t.size, t.slug`),
    section: onPath('sort >= ? AND sort < ?'),
    defining: onPath(`how >= 8 AND sort < '${offPath}'`),
    summaries: store.prepare(`SELECT ${summaryColumns} FROM question q ${summaryJoins}
      WHERE q.id IN (SELECT value FROM json_each(?))`),
    places: store.prepare(
      'SELECT question_id AS id, sort FROM path WHERE question_id IN (SELECT value FROM json_each(?))',
    ),
  }
  return {
    getTopic: (subject: string, slug: string) => getRow<Topic>(sql.get, subject, slug),
    /** Those of a subject, the ones with the most questions first. */
    listTopics: (subject: string) => listRows<Topic>(sql.inSubject, subject),
    /** Those of a question, the smallest first, each with the next question on its path. */
    listTopicsOf: (subject: string, possible: PossibleTopic[]) =>
      listRows<TopicOfQuestion>(sql.among, subject, JSON.stringify(possible)),
    /** The sections of a topic's path, with at most `limit` questions of each. */
    listSections: (subject: string, topic: string, limit: number) =>
      sections.map((_, section) =>
        listRows<QuestionSummary>(sql.section, toTopicKey(subject, topic), ...toSectionRange(section), limit),
      ),
    /** The first question on a topic's path that asks what the topic is. */
    getDefining: (subject: string, topic: string) =>
      getRow<QuestionSummary>(sql.defining, toTopicKey(subject, topic), 1),
    /** Canonical questions as lists show them, by their ids. */
    listSummaries: (ids: number[]) =>
      new Map(listRows<QuestionSummary>(sql.summaries, JSON.stringify(ids)).map((row) => [row.id, row])),
    /** The places of questions on the paths of their topics. */
    listPlaces: (ids: number[]) =>
      new Map(
        listRows<{ id: number; sort: string }>(sql.places, JSON.stringify(ids)).map(({ id, sort }) => [id, sort]),
      ),
  }
}
