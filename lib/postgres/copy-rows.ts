import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from } from 'pg-copy-streams'
import { type Row, toStorable, type Value } from './values'

/** How many characters are sent together. */
const chunkSize = 256 * 1024

/** https://www.postgresql.org/docs/current/sql-copy.html, “Text Format” */
const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function toField(value: Value): string {
  if (value === null) return '\\N'
  return String(toStorable(value)).replace(/[\\\n\r\t]/g, (character) => escapes[character] as string)
}

function* toChunks(rows: Iterable<Row>): Generator<string> {
  let chunk = ''
  for (const row of rows) {
    chunk += `${row.map(toField).join('\t')}\n`
    if (chunk.length < chunkSize) continue
    yield chunk
    chunk = ''
  }
  if (chunk) yield chunk
}

/**
 * Fills a table that was created in this transaction. Its rows are frozen, which allows index-only scans from the start.
 * Returns how many rows there were.
 */
export async function copyRows(client: Client, table: string, rows: Iterable<Row>): Promise<number> {
  const copy = client.query(from(`COPY ${table} FROM STDIN WITH (FREEZE)`))
  await pipeline(Readable.from(toChunks(rows)), copy)
  return copy.rowCount
}
