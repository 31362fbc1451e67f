import pLimit from 'p-limit'
import type { Client, QueryConfig } from 'pg'
import { type IRateLimiterOptions, RateLimiterPostgres } from 'rate-limiter-flexible'
import { log } from '@/lib/core/log'
import { connectToWrite } from './hosts'

const schemaName = 'visitors'
const tableName = 'budget'

/** How long to wait after a failure before counting in PostgreSQL is retried, in milliseconds. */
const usualPause = 10_000

/** How long counting may take, in milliseconds: as long as its caller waits (lib/engine/visitor-limiters.ts). */
const timeout = 1_000

/**
 * Creates the table of the visitors' used budgets, unless it exists: lib/server/client-count.ts bounds its rows. It is
 * unlogged, so counting writes nothing to the write-ahead log or to standbys; after a crash it is empty.
 */
export async function createVisitorTable(client: Client) {
  // A role without the right to create schemas can use one that was created for it.
  const { rows } = await client.query('SELECT to_regclass($1) AS found', [`${schemaName}.${tableName}`])
  if (rows[0]?.found !== null) return
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${schemaName};
    CREATE UNLOGGED TABLE ${schemaName}.${tableName} (
      key varchar(255) COLLATE "C" PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint)`)
}

/** Returns what opens a counter in PostgreSQL, shared by all servers. Counting fails while no host can be written to. */
export function preparePostgresLimiters(url: string, pause = usualPause) {
  const storeClient = new WritingClient(url, pause)
  return (options: IRateLimiterOptions) =>
    new RateLimiterPostgres({
      ...options,
      storeClient,
      storeType: 'client',
      schemaName,
      tableName,
      tableCreated: true,
      // The number of rows is bounded, so none are deleted, and servers need no right to delete.
      clearExpiredByTimeout: false,
    })
}

/** One connection to the host that can be written to. After a failure it fails fast for a while, so nobody waits. */
class WritingClient {
  readonly #url: string
  readonly #pause: number
  #connecting: Promise<Client> | undefined
  #failed: { at: number; error: Error; statement: string } | undefined
  /** Runs one query at a time. */
  readonly #inTurn = pLimit(1)

  constructor(url: string, pause: number) {
    this.#url = url
    this.#pause = pause
  }

  /** Called by the limiter with a query as `pg` takes it. */
  query = (query: QueryConfig) => this.#inTurn(() => this.#ask(query))

  async #ask(query: QueryConfig) {
    if (this.#failed && performance.now() - this.#failed.at < this.#pause) throw this.#failed.error
    try {
      const client = await this.#connect()
      const result = await client.query({ ...query, query_timeout: timeout } as QueryConfig)
      this.#succeed(query.text)
      return result
    } catch (error) {
      this.#fail(error as Error, query.text)
      throw error
    }
  }

  /** Only the statement that failed proves a recovery: a role that may read counts may lack the right to write them. */
  #succeed(statement: string) {
    if (this.#failed?.statement !== statement) return
    log.info('This server counts searches and sheets together with all others again.')
    this.#failed = undefined
  }

  #connect(): Promise<Client> {
    if (this.#connecting) return this.#connecting
    const connecting = connectToWrite(this.#url)
    this.#connecting = connecting
    const forget = () => {
      if (this.#connecting === connecting) this.#connecting = undefined
    }
    // A connection that breaks while idle is replaced when the next query needs one.
    connecting.then((client) => client.once('end', forget), forget)
    return connecting
  }

  #fail(error: Error, statement: string) {
    const broken = this.#connecting
    this.#connecting = undefined
    // Pending queries on it fail too, and end up here.
    broken?.then((client) => client.end()).catch(() => {})
    if (!this.#failed) {
      log.warn(
        `This server counts searches and sheets by itself, because it cannot count them in PostgreSQL: ${error.message}`,
      )
    }
    this.#failed = { at: performance.now(), error, statement }
  }
}
