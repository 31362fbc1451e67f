import type { ListName } from '../schema/list-definitions'
import type { Store } from '../schema/open'

/**
 * What has a version like a list: the names of all subjects, which topics a subject shows, and whether a topic has a
 * page.
 */
type Versioned = ListName | 'subjects' | 'topics' | 'topic-page'

export type ListVersions = ReturnType<typeof prepareListVersions>

/** The versions by which the page cache knows which pages to render again; `version` is the compile's number. */
export function prepareListVersions(store: Store, version: number) {
  const touch = store.prepare(
    'INSERT INTO list VALUES (?, ?, 0, ?) ON CONFLICT DO UPDATE SET version = excluded.version',
  )
  return {
    version,

    /** Notes that this compile changed what a list shows. */
    touch(list: Versioned, key: string) {
      touch.run(list, key, version)
    },
  }
}
