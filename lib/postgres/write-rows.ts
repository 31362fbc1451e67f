import type { Client } from 'pg'
import { type Row, toStorable, type Value } from './values'

/** How many rows one statement writes, and how many of a table are in memory. */
const batch = 1_000

export type Columns = Record<string, string>

/** Deletes the rows of a table with these keys. */
export async function deleteRows(client: Client, table: string, columns: Columns, keys: readonly Row[]) {
  const text = `DELETE FROM ${table} WHERE (${toNames(columns)}) IN (SELECT * FROM unnest(${toArrays(columns)}))`
  for (const some of toBatches(keys)) await client.query(text, toColumns(columns, some))
}

/** Inserts rows into a table; `columns` are all its columns with their types. */
export async function insertRows(client: Client, table: string, columns: Columns, rows: readonly Row[]) {
  const values = Object.entries(columns).map(([name, type]) => `"${name}"::${type}`)
  const text = `INSERT INTO ${table} SELECT ${values} FROM unnest(${toArrays(columns)}) r(${toNames(columns)})`
  for (const some of toBatches(rows)) await client.query(text, toColumns(columns, some))
}

const toNames = (columns: Columns) =>
  Object.keys(columns)
    .map((name) => `"${name}"`)
    .join(', ')

/** An array in a column is sent as its text. */
const toArrays = (columns: Columns) =>
  Object.values(columns)
    .map((type, index) => `$${index + 1}::${type.endsWith('[]') ? 'text' : type}[]`)
    .join(', ')

const toColumns = (columns: Columns, rows: readonly Row[]): Value[][] =>
  Object.keys(columns).map((_, index) => rows.map((row) => toStorable(row[index] as Value)))

export function* toBatches(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += batch) yield rows.slice(at, at + batch)
}
