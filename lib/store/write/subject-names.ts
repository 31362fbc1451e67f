import { toBadges } from '@/lib/core/badges'
import type { SubjectRecord } from '@/lib/core/types'
import { readKeys } from '@/lib/library/reads'
import { getRow, listRows, type Store } from '../schema/open'
import type { ChangeLog } from './change-log'
import type { Derivation } from './derivation'

/** The titles of subjects: from their own files, or else the most common one among their questions. */
export function prepareSubjectNames(store: Store, changes: ChangeLog) {
  const sql = prepare(store)
  const touched = new Set<string>()

  /** Updates a subject's row, and returns whether that changed it. */
  function settleSubject(slug: string): boolean {
    const file = getRow<{ title: string; description: string | null; sort_order: number | null }>(sql.getFile, slug)
    const used = getRow<{ name: string }>(sql.mostUsedName, slug)
    const before = JSON.stringify(listRows(sql.get, slug))
    if (used) {
      const title = file?.title ?? (used.name || toTitleFromSlug(slug))
      sql.put.run(slug, title, file?.description ?? null, file?.sort_order ?? null)
    } else sql.remove.run(slug)
    return JSON.stringify(listRows(sql.get, slug)) !== before
  }

  /** A subject that was added, removed or renamed may take a badge from another, or free one for it. */
  function settleBadges() {
    const subjects = listRows<{ slug: string; title: string; badge: string }>(sql.list)
    const badges = toBadges(subjects)
    for (const { slug, badge } of subjects) {
      const now = badges.get(slug)
      if (now !== badge) sql.setBadge.run(now, slug)
    }
  }

  const names: Derivation = {
    add: (_id, { subject }) => touched.add(subject),
    remove: ({ subject }) => touched.add(subject),
    settle() {
      // Many pages besides its own show a subject's name.
      const changed = [...touched].filter(settleSubject)
      if (changed.length === 0) return
      settleBadges()
      changes.note(readKeys.list('subjects', ''))
    },
  }

  return {
    ...names,

    putFile(record: SubjectRecord) {
      sql.putFile.run(record.subject, record.title, record.description ?? null, record.order ?? null)
      touched.add(record.subject)
    },

    removeFile(slug: string) {
      sql.removeFile.run(slug)
      touched.add(slug)
    },
  }
}

/** `criminal-or-civil-law` as a title, for a subject that nobody named. */
function toTitleFromSlug(slug: string): string {
  const words = slug.replaceAll(/[-_]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function prepare(store: Store) {
  return {
    putFile: store.prepare('INSERT OR REPLACE INTO subject_file VALUES (?, ?, ?, ?)'),
    removeFile: store.prepare('DELETE FROM subject_file WHERE slug = ?'),
    getFile: store.prepare('SELECT * FROM subject_file WHERE slug = ?'),
    get: store.prepare('SELECT * FROM subject WHERE slug = ?'),
    put: store.prepare(`INSERT INTO subject VALUES (?, ?, ?, ?, '') ON CONFLICT DO UPDATE
      SET (title, description, sort_order) = (excluded.title, excluded.description, excluded.sort_order)`),
    list: store.prepare('SELECT slug, title, badge FROM subject'),
    setBadge: store.prepare('UPDATE subject SET badge = ? WHERE slug = ?'),
    remove: store.prepare('DELETE FROM subject WHERE slug = ?'),
    mostUsedName: store.prepare(
      "SELECT name FROM subject_name WHERE slug = ? AND uses > 0 ORDER BY name = '', uses DESC, name LIMIT 1",
    ),
  }
}
