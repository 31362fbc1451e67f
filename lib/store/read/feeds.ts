import type { FeedEntry } from '@/lib/core/types'
import { listRows, type Store } from '../schema/open'

/** The most questions in a feed. */
const entriesInFeed = 100

/** The newest questions, each at its canonical address, as feeds list them. */
export function prepareFeeds(store: Store) {
  const newest = (shown: string) =>
    store.prepare(`SELECT c.subject, c.slug, c.title, c.description, c.date, c.modified, c.author_name AS authorName,
        s.title AS subjectTitle
      FROM (SELECT canonical_id, newest_key FROM question WHERE ${shown} ORDER BY newest_key LIMIT ${entriesInFeed}) q
      JOIN question c ON c.id = q.canonical_id AND c.no_index = 0 JOIN subject s ON s.slug = c.subject
      ORDER BY q.newest_key`)
  const sql = { ofAll: newest('no_index = 0 AND is_canonical = 1'), ofSubject: newest('subject = ? AND no_index = 0') }
  return {
    listFeedEntries: (subject?: string): FeedEntry[] =>
      subject === undefined ? listRows(sql.ofAll) : listRows(sql.ofSubject, subject),
  }
}
