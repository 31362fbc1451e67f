import type { Client } from 'pg'
import { getRow, listRows, type Store } from '@/lib/store/schema/open'
import {
  type PublishedName,
  type PublishedTable,
  publishedNames,
  publishedTables,
} from '@/lib/store/schema/published-tables'
import type { SourceState } from './load-whole'
import { type IndexableQuestion, listStoredPostings, toSearchRows } from './stems'
import type { Row, Value } from './values'
import { deleteRows, insertRows, toBatches } from './write-rows'

const types = { integer: 'bigint', real: 'float8', text: 'text' }

/** Copies the rows that compiles after number `since` changed. Returns how many there were. */
export async function loadChanges(client: Client, schema: string, store: Store, since: number, state: SourceState) {
  const changed = store.prepare('SELECT key FROM row_change WHERE name = ? AND sequence > ?')
  let count = 0
  for (const name of publishedNames) {
    const keys = listRows<{ key: string }>(changed, name, since).map(({ key }) => JSON.parse(key) as Value[])
    count += keys.length
    if (keys.length > 0) await replaceRows(client, schema, store, name, keys)
  }
  const { sequence, changesSince } = state
  const noted = listRows<{ key: string; sequence: number }>(
    store.prepare('SELECT key, sequence FROM change WHERE sequence > ?'),
    since,
  )
  const keys = noted.map(({ key }) => [key])
  const table = `${schema}.change`
  await client.query(`DELETE FROM ${table} WHERE sequence <= $1`, [changesSince])
  await deleteRows(client, table, { key: 'text' }, keys)
  await insertRows(
    client,
    table,
    { key: 'text', sequence: 'bigint' },
    noted.map((row) => [row.key, row.sequence]),
  )
  await client.query(
    `UPDATE ${schema}.state SET sequence = $1, changes_since = $2, published_at = $3, published_rows = $4`,
    [sequence, changesSince, Date.now(), count],
  )
  return count
}

/** Replaces the rows of a table that have these keys by those in the store. */
async function replaceRows(client: Client, schema: string, store: Store, name: PublishedName, keys: readonly Row[]) {
  const { key, columns }: PublishedTable = publishedTables[name]
  const allTypes = Object.fromEntries(Object.entries(columns).map(([column, type]) => [column, types[type]]))
  const keyTypes = Object.fromEntries(key.map((column) => [column, allTypes[column] as string]))
  const names = Object.keys(columns)
  const get = store.prepare(
    `SELECT ${names.map((column) => `"${column}"`)} FROM ${name} WHERE (${key.map((column) => `"${column}"`)}) = (${key.map(() => '?')})`,
  )
  await deleteRows(client, `${schema}.${name}`, keyTypes, keys)
  // Only some at a time are in memory: an edit of all questions changes their answers and all postings of their words.
  for (const some of toBatches(keys)) {
    const rows = some.map((values) => getRow<Record<string, Value>>(get, ...values))
    const found = rows.filter((row) => row !== undefined)
    await insertRows(
      client,
      `${schema}.${name}`,
      allTypes,
      found.map((row) => names.map((column) => row[column] ?? null)),
    )
    if (name === 'question')
      await reindex(client, schema, some.flat() as number[], found as unknown as IndexableQuestion[])
  }
}

/** Removes questions from the search index, and adds those that still exist again. */
async function reindex(client: Client, schema: string, ids: number[], questions: readonly IndexableQuestion[]) {
  const texts = await client.query<{ id: string; key: string; stems: string }>(
    `DELETE FROM ${schema}.question_text WHERE id = ANY ($1::bigint[]) RETURNING id, key, stems`,
    [ids],
  )
  const headings = await client.query<{ key: string; stems: string }>(
    `DELETE FROM ${schema}.heading WHERE key = ANY ($1::bigint[]) RETURNING key, stems`,
    [texts.rows.map(({ key }) => key)],
  )
  const listPostings = (rows: { stems: string }[], toKey: (index: number) => string | undefined) =>
    rows.flatMap(({ stems }, index) => listStoredPostings(stems).map((stem) => [stem, Number(toKey(index))] as const))
  await deleteRows(
    client,
    `${schema}.text_posting`,
    { stem: 'text', id: 'bigint' },
    listPostings(texts.rows, (index) => texts.rows[index]?.id),
  )
  await deleteRows(
    client,
    `${schema}.heading_posting`,
    { stem: 'text', key: 'bigint' },
    listPostings(headings.rows, (index) => headings.rows[index]?.key),
  )

  const added = questions.flatMap((question) => toSearchRows(question) ?? [])
  const insert = (name: string, columns: Record<string, string>, rows: readonly Row[]) =>
    insertRows(client, `${schema}.${name}`, columns, rows)
  await insert(
    'heading',
    {
      key: 'bigint',
      keywords: 'text',
      subject: 'text',
      sense: 'bigint',
      compared: 'text',
      stems: 'text',
      neighbours: 'int[]',
    },
    added.map(({ heading }) => heading),
  )
  await insert(
    'heading_posting',
    { stem: 'text', key: 'bigint', columns: 'smallint' },
    added.flatMap(({ heading_posting }) => heading_posting),
  )
  await insert(
    'question_text',
    { id: 'bigint', key: 'bigint', stems: 'text', neighbours: 'int[]' },
    added.map(({ question_text }) => question_text),
  )
  await insert(
    'text_posting',
    { stem: 'text', id: 'bigint' },
    added.flatMap(({ text_posting }) => text_posting),
  )
}
