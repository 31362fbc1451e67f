import { toPageCount } from '@/lib/core/pagination'
import { authorsSection } from '@/lib/core/sitemap-sections'
import { getRow, listRows, type Store } from '../schema/open'
import { toPlace } from '../schema/sitemap-files'
import type { Derivation } from './derivation'
import { prepareSitemapFiles } from './sitemap-files'

/** Indexable questions at their canonical address: the ones in the sitemap. */
const shown = 'no_index = 0 AND is_canonical = 1'

/** The files of the sitemap: questions, read from their table, and authors. */
export function prepareSitemap(store: Store, version: number): Derivation {
  const files = prepareSitemapFiles(store, version)
  const sql = {
    listChanged: store.prepare(changedQuestions),
    listTouchedAuthors: store.prepare(
      'SELECT author FROM old_question WHERE author IS NOT NULL UNION SELECT author FROM new_question',
    ),
    questions: store.prepare("SELECT questions FROM list WHERE list = 'author' AND key = ?"),
    newest: store.prepare(`SELECT date FROM question WHERE author = ? AND ${shown} ORDER BY newest_key LIMIT 1`),
    getAuthor: store.prepare('SELECT addresses, modified FROM sitemap_author WHERE place = ? AND slug = ?'),
    putAuthor: store.prepare('INSERT OR REPLACE INTO sitemap_author VALUES (?, ?, ?, ?)'),
    removeAuthor: store.prepare('DELETE FROM sitemap_author WHERE place = ? AND slug = ?'),
  }

  /** Stores an author's sitemap entry, and returns the author's place if it changed. */
  function settleAuthor(slug: string): number | undefined {
    const key = [toPlace(slug), slug] as const
    const addresses = toPageCount(getRow<{ questions: number }>(sql.questions, slug)?.questions ?? 0)
    const modified = getRow<{ date: string }>(sql.newest, slug)?.date
    const old = getRow<{ addresses: number; modified: string }>(sql.getAuthor, ...key)
    if (old?.modified === modified && (old === undefined || old.addresses === addresses)) return undefined
    if (modified) sql.putAuthor.run(...key, addresses, modified)
    else sql.removeAuthor.run(...key)
    return key[0]
  }

  return {
    settle() {
      const places = new Map<string, number[]>()
      for (const { section, place } of listRows<{ section: string; place: number }>(sql.listChanged)) {
        const inSection = places.get(section) ?? []
        places.set(section, inSection)
        inSection.push(place)
      }
      for (const [section, changed] of places) files.settle(section, changed)
      const authors = listRows<{ author: string }>(sql.listTouchedAuthors)
      files.settle(
        authorsSection,
        authors.flatMap(({ author }) => settleAuthor(author) ?? []),
      )
    },

    fill() {
      const keys = store.prepare('SELECT key FROM list WHERE list = ?')
      for (const { key } of listRows<{ key: string }>(keys, 'canonical')) files.divide(key)
      for (const { key } of listRows<{ key: string }>(keys, 'author')) settleAuthor(key)
      files.divide(authorsSection)
    },
  }
}

/** The places where a question's sitemap entry changed. */
const changedQuestions = `SELECT DISTINCT section, place FROM (
  SELECT section, place FROM (
    SELECT subject AS section, place, slug, modified, -1 AS change FROM old_question WHERE ${shown}
    UNION ALL SELECT subject, place, slug, modified, 1 FROM new_question WHERE ${shown}
  ) GROUP BY section, place, slug, modified HAVING sum(change) != 0
)`
