import type { FeedEntry } from '@/lib/core/types'
import { listRows, type Store } from '../schema/open'

/** Questions in a feed at most. */
const entriesInFeed = 100

/** The newest questions, each at its owner's address, as feeds tell of them. */
export function prepareFeeds(store: Store) {
  const newest = (shown: string) =>
    store.prepare(`SELECT o.subject, o.slug, o.title, o.description, o.date, o.modified, o.author_name AS authorName,
        s.title AS subjectTitle
      FROM (SELECT owner_id, newest_key FROM question WHERE ${shown} ORDER BY newest_key LIMIT ${entriesInFeed}) q
      JOIN question o ON o.id = q.owner_id AND o.no_index = 0 JOIN subject s ON s.slug = o.subject
      ORDER BY q.newest_key`)
  const sql = { ofAll: newest('no_index = 0 AND is_owner = 1'), ofSubject: newest('subject = ? AND no_index = 0') }
  return {
    listFeedEntries: (subject?: string): FeedEntry[] =>
      subject === undefined ? listRows(sql.ofAll) : listRows(sql.ofSubject, subject),
  }
}
