import { toPageCount } from '@/lib/core/pagination'
import { authorsSection } from '@/lib/core/sitemap-sections'
import { getRow, listRows, type Store } from '../schema/open'
import type { Derivation } from './derivation'
import { prepareSitemapWriter, type SitemapEntry } from './sitemap-writer'

/** Indexable questions at their own address: what stands in the sitemap. */
const shown = 'no_index = 0 AND is_owner = 1'

/** What search engines are told of: questions and authors, in files. */
export function prepareSitemap(store: Store, version: number): Derivation {
  const writer = prepareSitemapWriter(store, version)
  const sql = {
    question: store.prepare(
      `SELECT 1 AS addresses, modified FROM question WHERE subject = ? AND slug = ? AND ${shown}`,
    ),
    author: store.prepare(
      `SELECT date AS modified FROM question WHERE author = ? AND ${shown} ORDER BY newest_key LIMIT 1`,
    ),
    count: store.prepare("SELECT questions FROM list WHERE list = 'author' AND key = ?"),
  }

  function settleAuthors(authors: string) {
    for (const { author } of listRows<{ author: string }>(store.prepare(authors))) {
      const questions = getRow<{ questions: number }>(sql.count, author)?.questions ?? 0
      const modified = getRow<{ modified: string }>(sql.author, author)?.modified
      writer.setEntry(authorsSection, author, modified ? { addresses: toPageCount(questions), modified } : undefined)
    }
    writer.settle()
  }

  return {
    settle() {
      for (const { subject, slug } of listRows<{ subject: string; slug: string }>(store.prepare(touchedQuestions))) {
        writer.setEntry(subject, slug, getRow<SitemapEntry>(sql.question, subject, slug))
      }
      settleAuthors(touchedAuthors)
    },

    fill() {
      store.exec(`INSERT INTO sitemap_entry
        SELECT subject, place, slug, 1, modified FROM question WHERE ${shown} ORDER BY subject, place, slug`)
      const subjects = store.prepare("SELECT key FROM list WHERE list = 'owned'")
      for (const { key } of listRows<{ key: string }>(subjects)) writer.fillSection(key)
      settleAuthors("SELECT key AS author FROM list WHERE list = 'author'")
    },
  }
}

const touchedQuestions = `SELECT subject, slug FROM old_question WHERE slug IS NOT NULL
  UNION SELECT subject, slug FROM new_question`
const touchedAuthors = 'SELECT author FROM old_question WHERE author IS NOT NULL UNION SELECT author FROM new_question'
