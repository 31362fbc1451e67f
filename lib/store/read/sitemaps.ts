import type { SitemapEntry } from '@/lib/library/pages'
import { getRow, listRows, type Store } from '../schema/open'
import { toRange } from '../schema/sitemap-range'

/** A file of the sitemap: the compile that last changed it, and the newest day in it. */
type SitemapFile = { section: string; number: number; modified: string; version: number }

/** Entries that are read at once: memory holds no more of a file. */
const batch = 1_000

/** The files of the sitemap, which compiles keep up to date: nothing is counted here. */
export function prepareSitemaps(store: Store) {
  const columns = 'SELECT section, number, modified, version FROM sitemap_file'
  const sql = {
    list: store.prepare(`${columns} WHERE addresses > 0 ORDER BY section, number`),
    get: store.prepare(`${columns} WHERE section = ? AND number = ? AND addresses > 0`),
    entries: store.prepare(
      `SELECT place, slug, addresses, modified FROM sitemap_entry
       WHERE section = ? AND (place, slug) > (?, ?) AND place < ? ORDER BY place, slug LIMIT ${batch}`,
    ),
  }
  return {
    listSitemapFiles: () => listRows<SitemapFile>(sql.list),

    getSitemapFile: (section: string, number: number) => getRow<SitemapFile>(sql.get, section, number),

    /** The entries of a file that come after one of them, some at a time; none at its end. */
    listSitemapEntries(section: string, number: number, after?: SitemapEntry): SitemapEntry[] {
      const [from, to] = toRange(number)
      return listRows<SitemapEntry>(sql.entries, section, after?.place ?? from, after?.slug ?? '', to)
    },
  }
}
