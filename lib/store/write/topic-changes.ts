import { fewestQuestions, mostTopics, toSubject, toTopicKey, toTopicName, toTopics } from '@/lib/core/topics'
import type { QuestionDetails, Topic } from '@/lib/core/types'
import type { ListName } from '../schema/list-definitions'
import { getRow, listRows, type Store } from '../schema/open'
import { fillList, type prepareListEditor } from './list-stretches'

/** A topic is called as most of its newest questions call it: of so many. */
const namingQuestions = 10

type Change = { sort: string; change: 1 | -1 }

/** What is no list of questions but has a version like one: which topics a subject shows, and whether one has a page. */
export type TopicVersion = 'topics' | 'topic-page'

/**
 * Which topics have a page, as a compile decides it: in each subject those that most questions name. A compile looks at
 * the topics that its files name, and at the few that their subjects show. `touchList` notes what pages show anew.
 */
export function prepareTopicChanges(
  store: Store,
  version: number,
  touchList: (list: ListName | TopicVersion, key: string) => void,
) {
  const sql = {
    list: store.prepare("SELECT questions FROM list WHERE list = 'topic' AND key = ?"),
    count: store.prepare('SELECT count(*) AS questions FROM (SELECT 1 FROM topic_question WHERE topic = ? LIMIT ?)'),
    removeList: store.prepare("DELETE FROM list WHERE list = 'topic' AND key = ?"),
    removeStretches: store.prepare("DELETE FROM list_stretch WHERE list = 'topic' AND key = ?"),
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

  const count = (key: string) => getRow<{ questions: number }>(sql.list, key)?.questions

  /** Brings the list of a topic up to date, or makes it where it has enough questions now. */
  function settleList(key: string, rows: readonly Change[], changeList: ReturnType<typeof prepareListEditor>) {
    if (count(key) === undefined) {
      const questions = getRow<{ questions: number }>(sql.count, key, fewestQuestions)?.questions ?? 0
      if (questions === fewestQuestions) fillList(store, 'topic', version, key)
      return
    }
    for (const { sort, change } of rows) changeList('topic', key, sort, change)
    if ((count(key) ?? 0) >= fewestQuestions) return touchList('topic', key)
    sql.removeList.run(key)
    sql.removeStretches.run(key)
  }

  function findName(subject: string, slug: string): string {
    const newest = listRows<{ details: string }>(sql.newest, toTopicKey(subject, slug), namingQuestions)
    return toTopicName(newest.flatMap(({ details }) => readTopics(subject, details).get(slug) ?? []))
  }

  /** Decides anew which topics a subject shows; of those in `touched` the keywords may have changed. */
  function settleShown(subject: string, touched: ReadonlySet<string>) {
    const shown = listRows<Topic & { place: number }>(sql.shown, subject)
    const before = new Map(shown.map((topic) => [topic.slug, topic]))
    for (const [place, { key }] of listRows<{ key: string }>(sql.largest, subject, mostTopics).entries()) {
      const slug = key.slice(subject.length + 1)
      const old = before.get(slug)
      before.delete(slug)
      const name = old && !touched.has(key) ? old.name : findName(subject, slug)
      if (old?.name === name && old.place === place) continue
      sql.show.run(subject, slug, name, place)
      touchList('topics', subject)
      if (old?.name !== name) touchList('topic-page', key)
    }
    for (const slug of before.keys()) {
      sql.hide.run(subject, slug)
      touchList('topics', subject)
      touchList('topic-page', toTopicKey(subject, slug))
    }
  }

  return {
    /** In a store made anew, once its lists are made. */
    fill() {
      const subjects = store.prepare("SELECT key FROM list WHERE list = 'newest'")
      for (const { key } of listRows<{ key: string }>(subjects)) settleShown(key, new Set())
    },

    /** `changes` are the rows that came into each topic and left it; a topic without any was written anew as it was. */
    settle(changes: ReadonlyMap<string, Change[]>, changeList: ReturnType<typeof prepareListEditor>) {
      for (const [key, rows] of changes) if (rows.length > 0) settleList(key, rows, changeList)
      const touched = new Set(changes.keys())
      for (const subject of new Set([...touched].map(toSubject))) settleShown(subject, touched)
    },

    /** A question that lists show in other words stands in these topics. */
    touchTopicsOf(subject: string, details: string) {
      for (const topic of readTopics(subject, details).keys()) {
        const key = toTopicKey(subject, topic)
        if (count(key) !== undefined) touchList('topic', key)
      }
    },
  }
}

function readTopics(subject: string, details: string): Map<string, string> {
  const { keywords }: QuestionDetails = JSON.parse(details)
  return toTopics(subject, keywords)
}
