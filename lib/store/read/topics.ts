import { toTopics } from '@/lib/core/topics'
import type { QuestionDetails, Topic } from '@/lib/core/types'
import { getRow, listRows, type Store } from '../schema/open'

/** The topics that have a page. */
export function prepareTopics(store: Store) {
  const sql = {
    inSubject: store.prepare('SELECT slug, name FROM topic WHERE subject = ? ORDER BY place'),
    get: store.prepare('SELECT slug, name FROM topic WHERE subject = ? AND slug = ?'),
    among: store.prepare(`SELECT t.slug, t.name FROM json_each(?2) wanted
      JOIN topic t ON t.subject = ?1 AND t.slug = wanted.value ORDER BY wanted.key`),
  }
  return {
    getTopic: (subject: string, slug: string) => getRow<Topic>(sql.get, subject, slug),
    /** Those of a subject, the ones with the most questions first. */
    listTopics: (subject: string) => listRows<Topic>(sql.inSubject, subject),
    /** Those of a question, in the order of its keywords. */
    listTopicsOf: ({ subject, details }: { subject: string; details: QuestionDetails }) =>
      listRows<Topic>(sql.among, subject, JSON.stringify([...toTopics(subject, details.keywords).keys()])),
  }
}
