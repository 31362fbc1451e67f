import type { Client } from 'pg'
import { getMeta, getRow, openStoreToRead, type Store } from '@/lib/store/schema/open'
import { toSentence } from './failures'
import { connectToWrite } from './hosts'
import { loadChanges } from './load-changes'
import { loadWhole, type SourceState } from './load-whole'
import { schemaNames, toSchemaName } from './schema-name'
import { createVisitorTable } from './visitor-limiters'

/** Publishers wait for each other on this lock, which their transaction holds. */
const lock = 'SELECT pg_advisory_xact_lock(7215320481)'

/**
 * A publisher that is cut off from its host holds the lock for at most a minute. Otherwise it may take the time that it
 * needs, whatever limits the database or its role sets.
 */
const limits = `SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0;
  SET LOCAL idle_in_transaction_session_timeout = '1min'; SET LOCAL tcp_keepalives_idle = 30;
  SET LOCAL tcp_keepalives_interval = 10; SET LOCAL tcp_keepalives_count = 3`

/** What was copied: nothing, because it is there already; the rows that changed; or everything. */
export type Published = { kind: 'nothing' } | { kind: 'changes'; rows: number } | { kind: 'everything' }

/** `whole`: load everything, whatever was published before. */
type PublishOptions = { url: string; dbFile: string; whole?: boolean }

/**
 * Copies what compiles changed from the store in a file to PostgreSQL, in one transaction: servers see all of it or
 * nothing, and a publisher that fails leaves nothing behind. Everything is loaded if the changed rows are not known: the
 * first time, after a rebuild of the store, or if another store was published in between.
 */
export async function publish({ url, dbFile, whole = false }: PublishOptions): Promise<Published> {
  return inTransaction(url, async (client) => {
    await refuseOtherEncodings(client)
    await createVisitorTable(client)
    const store = openStoreToRead(dbFile)
    store.exec('BEGIN')
    try {
      return await copyStore(client, store, whole)
    } finally {
      store.exec('COMMIT')
      store.close()
    }
  })
}

/** Other encodings lack characters, or, as SQL_ASCII does, take bytes for characters. */
async function refuseOtherEncodings(client: Client) {
  const { rows } = await client.query<{ server_encoding: string }>('SHOW server_encoding')
  const encoding = rows[0]?.server_encoding
  if (encoding === 'UTF8') return
  throw new Error(
    `The database in DATABASE_URL has the encoding ${encoding}. Create one for the library with TEMPLATE template0 ENCODING 'UTF8'.`,
  )
}

async function copyStore(client: Client, store: Store, whole: boolean): Promise<Published> {
  const schema = toSchemaName(String(getMeta(store, 'schemaHash')))
  const state: SourceState = {
    source: String(getMeta(store, 'storeId')),
    sequence: Number(getMeta(store, 'sequence')),
    changesSince: Number(getMeta(store, 'changesSince')),
  }
  const published = await readPublished(client, schema)
  const isSame = !whole && published?.source === state.source
  if (isSame && published.sequence === state.sequence) return { kind: 'nothing' }
  const isKnown = store.prepare('SELECT 1 FROM row_state WHERE sequence = ?')
  if (isSame && published.sequence < state.sequence && getRow(isKnown, published.sequence)) {
    return { kind: 'changes', rows: await loadChanges(client, schema, store, published.sequence, state) }
  }
  await loadWhole(client, schema, store, state)
  return { kind: 'everything' }
}

async function readPublished(client: Client, schema: string) {
  const { rows } = await client.query('SELECT to_regclass($1) AS found', [`${schema}.state`])
  if (rows[0]?.found === null) return undefined
  const state = await client.query<{ source: string; sequence: string }>(`SELECT source, sequence FROM ${schema}.state`)
  return state.rows[0] && { source: state.rows[0].source, sequence: Number(state.rows[0].sequence) }
}

/** Drops all schemas of the library except the one that servers with this schema hash read. Returns their names. */
export async function dropOldSchemas(url: string, schemaHash: string): Promise<string[]> {
  return inTransaction(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      'SELECT nspname AS name FROM pg_namespace WHERE nspname ~ $1 AND nspname <> $2 ORDER BY 1',
      [schemaNames, toSchemaName(schemaHash)],
    )
    for (const { name } of rows) await client.query(`DROP SCHEMA ${client.escapeIdentifier(name)} CASCADE`)
    return rows.map(({ name }) => name)
  })
}

async function inTransaction<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = await connectToWrite(url)
  try {
    await client.query(`BEGIN; ${limits}`)
    await client.query(lock)
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    throw new Error(toSentence(error as Error), { cause: error })
  } finally {
    // Closing the connection rolls back what was not committed.
    await client.end()
  }
}
