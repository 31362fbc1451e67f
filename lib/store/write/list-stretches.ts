import { type ListName, listDefinitions } from '../schema/list-definitions'
import { getRow, listRows, type Store } from '../schema/open'

/** Rows of a stretch when it is made; one that has grown to twice as many is split. */
const stretchSize = 500

type Stretch = { first: string; questions: number }

/** Cuts a list into stretches and counts it: for one key, or for all. */
export function fillList(store: Store, name: ListName, version: number, onlyKey?: string) {
  const { table, key, order, shown, fewest } = listDefinitions[name]
  const parameters = onlyKey === undefined ? [] : [onlyKey]
  const only = (column: string) => (onlyKey === undefined ? 'true' : `${column} = ?`)
  const fill = store.prepare(
    `INSERT INTO list_stretch
      SELECT '${name}', key, sort, min(${stretchSize}, total - place) FROM (
        SELECT ${key} AS key, ${order} AS sort, row_number() OVER (PARTITION BY ${key} ORDER BY ${order}) - 1 AS place,
          count(*) OVER (PARTITION BY ${key}) AS total
        FROM ${table} WHERE ${shown} AND ${only(key)}
      ) WHERE place % ${stretchSize} = 0 AND total >= ${fewest}`,
  )
  const count = store.prepare(
    `INSERT INTO list SELECT list, key, sum(questions), ${version} FROM list_stretch
     WHERE list = '${name}' AND ${only('key')} GROUP BY key`,
  )
  fill.run(...parameters)
  count.run(...parameters)
}

/** Keeps the stretches and the counts of lists while rows come and go. */
export function prepareListEditor(store: Store) {
  const sql = {
    at: store.prepare(
      'SELECT first, questions FROM list_stretch WHERE list = ? AND key = ? AND first <= ? ORDER BY first DESC LIMIT 1',
    ),
    earliest: store.prepare(
      'SELECT first, questions FROM list_stretch WHERE list = ? AND key = ? ORDER BY first LIMIT 1',
    ),
    put: store.prepare('INSERT OR REPLACE INTO list_stretch VALUES (?, ?, ?, ?)'),
    remove: store.prepare('DELETE FROM list_stretch WHERE list = ? AND key = ? AND first = ?'),
    count: store.prepare(
      'INSERT INTO list VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET questions = questions + excluded.questions',
    ),
  }

  /** The stretch that a place in a list belongs to: the first one reaches back to whatever comes before it. */
  const getStretch = (name: ListName, key: string, sort: string) =>
    getRow<Stretch>(sql.at, name, key, sort) ?? getRow<Stretch>(sql.earliest, name, key)

  /** Notes that a row came into a list (`change` 1) or left it (-1). Call it once the row itself is stored or gone. */
  return function changeList(name: ListName, key: string, sort: string, change: 1 | -1) {
    sql.count.run(name, key, change, 0)
    const stretch = getStretch(name, key, sort)
    if (!stretch) {
      sql.put.run(name, key, sort, 1)
      return
    }
    const questions = stretch.questions + change
    const first = change === 1 && sort < stretch.first ? sort : stretch.first
    if (first !== stretch.first || questions === 0) sql.remove.run(name, key, stretch.first)
    if (questions > 2 * stretchSize) split(name, key, { first, questions })
    else if (questions > 0) sql.put.run(name, key, first, questions)
  }

  function split(name: ListName, key: string, { first, questions }: Stretch) {
    const { table, key: column, order, shown } = listDefinitions[name]
    const half = Math.floor(questions / 2)
    const of = column === "''" ? '' : `${column} = ?3 AND`
    const middle = store.prepare(
      `SELECT ${order} AS sort FROM ${table} WHERE ${of} ${shown} AND ${order} >= ?1 ORDER BY ${order} LIMIT 1 OFFSET ?2`,
    )
    const parameters = column === "''" ? [first, half] : [first, half, key]
    const sort = listRows<{ sort: string }>(middle, ...parameters)[0]?.sort
    sql.put.run(name, key, first, sort === undefined ? questions : half)
    if (sort !== undefined) sql.put.run(name, key, sort, questions - half)
  }
}
