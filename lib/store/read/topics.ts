import { toTopics } from '@/lib/core/topics'
import type { QuestionDetails, Topic } from '@/lib/core/types'
import { getRow, listRows, type Store } from '../schema/open'

/** The topics that have a page. */
export function prepareTopics(store: Store) {
  const sql = {
    inSubject: store.prepare('SELECT slug, name FROM topic WHERE subject = ? ORDER BY place'),
    get: store.prepare('SELECT slug, name FROM topic WHERE subject = ? AND slug = ?'),
  }
  const getTopic = (subject: string, slug: string) => getRow<Topic>(sql.get, subject, slug)
  return {
    getTopic,
    /** Those of a subject, the ones with the most questions first. */
    listTopics: (subject: string) => listRows<Topic>(sql.inSubject, subject),
    /** Those of a question, in the order of its keywords. */
    listTopicsOf: ({ subject, details }: { subject: string; details: QuestionDetails }) =>
      [...toTopics(subject, details.keywords).keys()].flatMap((slug) => getTopic(subject, slug) ?? []),
  }
}
