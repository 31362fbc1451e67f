import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import type { Store } from '@/lib/store/schema/open'
import { type PublishedTable, publishedNames, publishedTables } from '@/lib/store/schema/published-tables'
import { copyRows } from './copy-rows'
import { replaceSchema } from './replace-schema'
import { type IndexableQuestion, toSearchRows } from './stems'
import { type SearchTable, searchTableNames, toCreateIndexes, toCreateTables } from './tables'
import type { Row, Value } from './values'

/** The state of a store: which one it is, its last compile, and since when it knows what changed. */
export type SourceState = { source: string; sequence: number; changesSince: number }

/** Loads everything into a new schema, which then replaces the one named `schema`. */
export async function loadWhole(client: Client, schema: string, store: Store, state: SourceState) {
  const fresh = `${schema}_new`
  await client.query(toCreateTables(fresh))
  let count = 0
  for (const name of publishedNames) {
    const { columns }: PublishedTable = publishedTables[name]
    const names = Object.keys(columns)
    const select = `SELECT ${names.map((column) => `"${column}"`).join(', ')} FROM ${name}`
    count += await copyRows(client, `${fresh}.${name}`, readRows(store, select, names))
  }
  await copyRows(client, `${fresh}.change`, readRows(store, 'SELECT key, sequence FROM change', ['key', 'sequence']))
  for (const name of searchTableNames) await copyRows(client, `${fresh}.${name}`, readSearchRows(store, name))
  const { source, sequence, changesSince } = state
  await client.query(`INSERT INTO ${fresh}.state VALUES ($1, $2, $3, $4, $5, $6)`, [
    randomUUID(),
    source,
    sequence,
    changesSince,
    Date.now(),
    count,
  ])
  await client.query(toCreateIndexes(fresh))
  for (const name of [...publishedNames, ...searchTableNames]) await client.query(`ANALYZE ${fresh}.${name}`)
  await replaceSchema(client, schema, fresh)
}

/** The rows of a statement, one at a time. */
function* readRows(store: Store, select: string, names: readonly string[]): Generator<Row> {
  const rows = store.prepare(select).iterate() as Iterable<Record<string, Value>>
  for (const row of rows) yield names.map((name) => row[name] ?? null)
}

const selectIndexable = `SELECT id, subject, title, sense, is_canonical, no_index, details, answer, answer_breaks
  FROM question WHERE is_canonical = 1 AND no_index = 0`

/** The rows of one table of the search index. */
function* readSearchRows(store: Store, name: SearchTable): Generator<Row> {
  for (const question of store.prepare(selectIndexable).iterate() as Iterable<IndexableQuestion>) {
    const rows = toSearchRows(question)
    if (!rows) continue
    if (name === 'heading' || name === 'question_text') yield rows[name]
    else yield* rows[name]
  }
}
