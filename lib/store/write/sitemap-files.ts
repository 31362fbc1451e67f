import { getRow, listRows, type Store } from '../schema/open'
import { maxBits, maxPerFile, toBits, toEntries, toFile, toFileSql, toRange } from '../schema/sitemap-files'

type File = { number: number; addresses: number; modified: string }

/** The files of a section of the sitemap, which split its places evenly: as few as can hold its entries. */
export function prepareSitemapFiles(store: Store, version: number) {
  const sql = {
    list: store.prepare('SELECT number, addresses, modified FROM sitemap_file WHERE section = ? ORDER BY number'),
    put: store.prepare('INSERT OR REPLACE INTO sitemap_file VALUES (?, ?, ?, ?, ?)'),
    remove: store.prepare('DELETE FROM sitemap_file WHERE section = ? AND number = ?'),
    removeAll: store.prepare('DELETE FROM sitemap_file WHERE section = ?'),
  }

  const put = (section: string, { number, addresses, modified }: File) =>
    sql.put.run(section, number, addresses, modified, version)

  /** Divides a section by the fewest bits with which every file is short enough. Reads the whole section. */
  function divide(section: string) {
    sql.removeAll.run(section)
    const count = store.prepare(
      `SELECT ${toFileSql('?2')} AS number, sum(addresses) AS addresses, max(modified) AS modified
       FROM (${toEntries(section)}) GROUP BY 1`,
    )
    let bits = 0
    let files = listRows<File>(count, section, bits)
    while (!fit(files) && bits < maxBits) {
      bits += 1
      files = listRows<File>(count, section, bits)
    }
    for (const file of files) put(section, file)
  }

  return {
    divide,

    /** Recounts the files that hold these places, and divides the section again if they are too long or too many. */
    settle(section: string, places: readonly number[]) {
      const before = listRows<File>(sql.list, section)
      const bits = toBits(before[0]?.number ?? 1)
      const count = store.prepare(
        `SELECT sum(addresses) AS addresses, max(modified) AS modified
         FROM (${toEntries(section)}) WHERE place >= ?2 AND place < ?3`,
      )
      const files = new Map(before.map((file) => [file.number, file]))
      const numbers = new Set(places.map((place) => toFile(place, bits)))
      for (const number of numbers) {
        const counted = getRow<Omit<File, 'number'>>(count, section, ...toRange(number))
        if (counted?.addresses) {
          const file = { number, ...counted }
          files.set(number, file)
          put(section, file)
        } else if (files.delete(number)) sql.remove.run(section, number)
      }
      const all = [...files.values()]
      if (!fit(all) || (bits > 0 && fit(join(all)))) divide(section)
    },
  }
}

const fit = (files: readonly File[]) => files.every(({ addresses }) => addresses <= maxPerFile)

/** Half as many files, each joined from two adjacent ones. */
function join(files: readonly File[]): File[] {
  const joined = new Map<number, File>()
  for (const { number, addresses, modified } of files) {
    const half = number >> 1
    joined.set(half, { number: half, addresses: addresses + (joined.get(half)?.addresses ?? 0), modified })
  }
  return [...joined.values()]
}
