import { type ListName, listDefinitions, listNames } from '../schema/list-definitions'
import { getRow, type Store } from '../schema/open'

/** Rows in a segment when it is cut; one that has grown to more than twice this size is cut again. */
const segmentSize = 500

const start = ''
const end = '\u{10FFFF}'

const pagedLists = listNames.filter((list) => listDefinitions[list].paged)

/** The segments of lists. Each extends from its first place, whether or not a row is there, to where the next begins. */
export function prepareSegments(store: Store) {
  const sql = {
    first: store.prepare('SELECT max(first) AS at FROM list_segment WHERE list = ? AND key = ? AND first <= ?'),
    next: store.prepare('SELECT min(first) AS at FROM list_segment WHERE list = ? AND key = ? AND first > ?'),
    remove: store.prepare('DELETE FROM list_segment WHERE list = ? AND key = ? AND first >= ? AND first < ?'),
    cut: new Map(pagedLists.map((list) => [list, store.prepare(toCutOne(list))])),
  }
  const at = (statement: typeof sql.first, ...parameters: string[]) =>
    getRow<{ at: string | null }>(statement, ...parameters)?.at

  return {
    /** Recuts the segments of a list in which rows were added or removed, at these places. */
    settle(list: ListName, key: string, places: readonly string[]) {
      const cut = sql.cut.get(list)
      if (!cut) return
      const touched = new Set(places.map((place) => at(sql.first, list, key, place) ?? start))
      for (const from of touched) {
        const to = at(sql.next, list, key, from) ?? end
        sql.remove.run(list, key, from, to)
        cut.run(from, to, key)
      }
    },

    remove: (list: ListName, key: string) => sql.remove.run(list, key, start, end),

    /** Cuts all lists of one name in a new store, once they are counted. */
    fill(list: ListName) {
      if (sql.cut.has(list)) store.prepare(toCutAll(list)).run(start, end)
    },
  }
}

/** Cuts the rows from place ?1 to before ?2 in the list of key ?3. */
function toCutOne(list: ListName): string {
  const { table, key, order, shown } = listDefinitions[list]
  const one = `${key} = ?3`
  return toCut(
    list,
    one,
    `SELECT count(*) FROM ${table} WHERE ${one} AND ${shown} AND ${order} >= ?1 AND ${order} < ?2`,
  )
}

/** The same for all lists of a name that have been counted. */
function toCutAll(list: ListName): string {
  const { key } = listDefinitions[list]
  const counted = `${key} IN (SELECT key FROM list WHERE list = '${list}')`
  return toCut(list, counted, `SELECT questions FROM list l WHERE l.list = '${list}' AND l.key = t.${key}`)
}

/** `total` selects how many rows are cut; counting them with a window function takes eight times as long. */
function toCut(list: ListName, condition: string, total: string): string {
  const { table, key, order, shown } = listDefinitions[list]
  const size = `iif(total > ${2 * segmentSize}, ${segmentSize}, total)`
  return `INSERT INTO list_segment
    SELECT '${list}', key, iif(place = 0, ?1, sort), min(${size}, total - place) FROM (
      SELECT ${key} AS key, ${order} AS sort, (${total}) AS total,
        row_number() OVER (PARTITION BY ${key} ORDER BY ${order}) - 1 AS place
      FROM ${table} t WHERE ${condition} AND ${shown} AND ${order} >= ?1 AND ${order} < ?2
    ) WHERE place % ${size} = 0`
}
