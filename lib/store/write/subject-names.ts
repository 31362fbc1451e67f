import type { SubjectRecord } from '@/lib/core/types'
import { getRow, listRows, type Store } from '../schema/open'
import type { ListChanges } from './changes'

/** Subjects that a compile touched: each is brought up to date once, at the end. */
export class SubjectNames {
  private readonly touched = new Set<string>()
  private readonly sql: ReturnType<typeof prepare>

  constructor(store: Store) {
    this.sql = prepare(store)
  }

  put(record: SubjectRecord) {
    this.sql.putFile.run(record.subject, record.title, record.description ?? null, record.order ?? null)
    this.touch(record.subject)
  }

  remove(slug: string) {
    this.sql.removeFile.run(slug)
    this.touch(slug)
  }

  touch(slug: string) {
    this.touched.add(slug)
  }

  /** Call it once the names that questions use are counted. */
  settle(lists: ListChanges) {
    for (const slug of this.touched) if (this.settleSubject(slug)) lists.touchSubjectNames()
  }

  /**
   * Brings a subject's row up to date, and tells whether that changed it: it bears the name that its own file, or else
   * most of its questions, give it.
   */
  private settleSubject(slug: string): boolean {
    const file = getRow<{ title: string; description: string | null; sort_order: number | null }>(
      this.sql.getFile,
      slug,
    )
    const used = getRow<{ name: string }>(this.sql.mostUsedName, slug)
    const before = JSON.stringify(listRows(this.sql.get, slug))
    if (used) {
      const title = file?.title ?? (used.name || toTitleFromSlug(slug))
      this.sql.put.run(slug, title, file?.description ?? null, file?.sort_order ?? null)
    } else this.sql.remove.run(slug)
    return JSON.stringify(listRows(this.sql.get, slug)) !== before
  }
}

/** `criminal-or-civil-law` as a title, where nobody named the subject. */
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
    put: store.prepare('INSERT OR REPLACE INTO subject VALUES (?, ?, ?, ?)'),
    remove: store.prepare('DELETE FROM subject WHERE slug = ?'),
    mostUsedName: store.prepare(
      "SELECT name FROM subject_name WHERE slug = ? AND uses > 0 ORDER BY name = '', uses DESC, name LIMIT 1",
    ),
  }
}
