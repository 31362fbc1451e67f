import { authorsSection } from '@/lib/core/sitemap-sections'
import type { SitemapEntry } from '@/lib/library/pages'
import { getRow, listRows, type Store } from '../schema/open'
import { toEntries, toRange } from '../schema/sitemap-files'

/** A file of the sitemap: the compile that last changed it, and the newest day in it. */
type SitemapFile = { section: string; number: number; modified: string; version: number }

/** How many entries are read at a time, to bound memory. */
const batch = 1_000

const entriesOf = (section: string) => `SELECT * FROM (${toEntries(section)})
  WHERE (place, slug) > (?2, ?3) AND place < ?4 ORDER BY place, slug LIMIT ${batch}`

/** The files of the sitemap, which compiles keep up to date: nothing is counted here. */
export function prepareSitemaps(store: Store) {
  const columns = 'SELECT section, number, modified, version FROM sitemap_file'
  const sql = {
    list: store.prepare(`${columns} ORDER BY section, number`),
    get: store.prepare(`${columns} WHERE section = ? AND number = ?`),
    authors: store.prepare(entriesOf(authorsSection)),
    questions: store.prepare(entriesOf('')),
  }
  return {
    listSitemapFiles: () => listRows<SitemapFile>(sql.list),

    getSitemapFile: (section: string, number: number) => getRow<SitemapFile>(sql.get, section, number),

    /** The next entries of a file after a given one; none at its end. */
    listSitemapEntries(section: string, number: number, after?: SitemapEntry): SitemapEntry[] {
      const [from, to] = toRange(number)
      const entries = section === authorsSection ? sql.authors : sql.questions
      return listRows<SitemapEntry>(entries, section, after?.place ?? from, after?.slug ?? '', to)
    },
  }
}
