import { getRow, type Store } from '../schema/open'
import { mostInFile, toHalf, toPlace, toRange } from '../schema/sitemap-range'

/** How many addresses something has, all derived from its slug, and the day on which what they show last changed. */
export type SitemapEntry = { addresses: number; modified: string }

type File = SitemapEntry & { number: number }

/** What stands in which file of the sitemap, as a compile writes it; `version` is its number. */
export function prepareSitemapWriter(store: Store, version: number) {
  const sql = prepare(store)

  const putFile = (section: string, { number, addresses, modified }: File) =>
    sql.putFile.run(section, number, addresses, modified, version)

  /** What stands between two places, counted. */
  const count = (section: string, number: number): File => {
    const row = getRow<SitemapEntry>(sql.count, section, ...toRange(number))
    return { number, addresses: row?.addresses ?? 0, modified: row?.modified ?? '' }
  }

  /** Stores a file, in two halves if it is too large. */
  function put(section: string, file: File) {
    const half = 2 * file.number
    if (file.addresses <= mostInFile || half >= 2 ** 32) putFile(section, file)
    else for (const number of [half, half + 1]) put(section, count(section, number))
  }

  /** The file in which a place stands; the first of its section where there is none yet. */
  function findFile(section: string, place: number): File {
    if (!getRow(sql.hasFiles, section)) return { number: 1, addresses: 0, modified: '' }
    let number = 1
    let file = getRow<File>(sql.getFile, section, number)
    while (!file) {
      number = toHalf(number, place)
      file = getRow<File>(sql.getFile, section, number)
    }
    return file
  }

  /** Stores a file that lost something; two halves that fit into one file become one. */
  function putShrunk(section: string, file: File) {
    const sibling = file.number > 1 ? getRow<File>(sql.getFile, section, file.number ^ 1) : undefined
    if (sibling && sibling.addresses + file.addresses <= mostInFile) {
      for (const { number } of [file, sibling]) sql.removeFile.run(section, number)
      const modified = file.modified > sibling.modified ? file.modified : sibling.modified
      putShrunk(section, { number: file.number >> 1, addresses: file.addresses + sibling.addresses, modified })
    } else if (file.addresses > 0 || file.number > 1) putFile(section, file)
    else sql.removeFile.run(section, file.number)
  }

  /** Files that lost their newest entry, by section and a place in them: what is the newest now is asked once. */
  const stale = new Map<string, { section: string; place: number }>()

  return {
    /** Cuts a section whose entries were stored otherwise into files. */
    fillSection: (section: string) => put(section, count(section, 1)),

    /** Stores what stands in a section under a slug, or that nothing does. Call `settle` after the last one. */
    setEntry(section: string, slug: string, entry: SitemapEntry | undefined) {
      const place = toPlace(slug)
      const old = getRow<SitemapEntry>(sql.getEntry, section, place, slug)
      if (old?.addresses === entry?.addresses && old?.modified === entry?.modified) return
      if (entry) sql.putEntry.run(section, place, slug, entry.addresses, entry.modified)
      else sql.removeEntry.run(section, place, slug)

      const file = findFile(section, place)
      const addresses = file.addresses + (entry?.addresses ?? 0) - (old?.addresses ?? 0)
      const modified = newer(file.modified, entry?.modified)
      if (old?.modified === modified && entry?.modified !== modified) {
        stale.set(`${section} ${file.number}`, { section, place })
      }
      if (addresses > mostInFile) sql.removeFile.run(section, file.number)
      if (addresses < file.addresses) putShrunk(section, { ...file, addresses, modified })
      else put(section, { ...file, addresses, modified })
    },

    settle() {
      for (const { section, place } of stale.values()) {
        const file = findFile(section, place)
        if (file.addresses > 0) putFile(section, count(section, file.number))
      }
    },
  }
}

const newer = (a: string, b = '') => (a > b ? a : b)

function prepare(store: Store) {
  return {
    getEntry: store.prepare(
      'SELECT addresses, modified FROM sitemap_entry WHERE section = ? AND place = ? AND slug = ?',
    ),
    putEntry: store.prepare('INSERT OR REPLACE INTO sitemap_entry VALUES (?, ?, ?, ?, ?)'),
    removeEntry: store.prepare('DELETE FROM sitemap_entry WHERE section = ? AND place = ? AND slug = ?'),
    count: store.prepare(
      `SELECT sum(addresses) AS addresses, max(modified) AS modified FROM sitemap_entry
       WHERE section = ? AND place >= ? AND place < ?`,
    ),
    hasFiles: store.prepare('SELECT 1 FROM sitemap_file WHERE section = ? LIMIT 1'),
    getFile: store.prepare('SELECT number, addresses, modified FROM sitemap_file WHERE section = ? AND number = ?'),
    putFile: store.prepare('INSERT OR REPLACE INTO sitemap_file VALUES (?, ?, ?, ?, ?)'),
    removeFile: store.prepare('DELETE FROM sitemap_file WHERE section = ? AND number = ?'),
  }
}
