import pLimit from 'p-limit'
import type { Client, QueryConfig } from 'pg'
import { type IRateLimiterOptions, RateLimiterPostgres } from 'rate-limiter-flexible'
import { log } from '@/lib/core/log'
import { connectToWrite } from './hosts'

const schemaName = 'visitors'
const tableName = 'budget'

/** Once it could not be counted in PostgreSQL, it is tried again after so long, in milliseconds. */
const usualPause = 10_000

/** How long counting may take, in milliseconds: as long as somebody waits for it (lib/engine/visitor-limiters.ts). */
const mostTime = 1_000

/**
 * Makes the table of what visitors used up, if there is none: lib/server/client-count.ts bounds its rows. It is not
 * logged, so counting writes nothing to disk at once and sends nothing to standbys; after a crash it is empty.
 */
export async function createVisitorTable(client: Client) {
  // Who has no right to make a schema may find one made for him.
  const { rows } = await client.query('SELECT to_regclass($1) AS found', [`${schemaName}.${tableName}`])
  if (rows[0]?.found !== null) return
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${schemaName};
    CREATE UNLOGGED TABLE ${schemaName}.${tableName} (
      key varchar(255) COLLATE "C" PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint)`)
}

/** What opens a counter in PostgreSQL, for all servers. It fails while none can be reached that may be written to. */
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
      // The number of rows is bounded: none need be deleted, and servers need no right to.
      clearExpiredByTimeout: false,
    })
}

/** One connection to the host that can be written to. After a failure nothing is asked for a while, so nobody waits. */
class WritingClient {
  readonly #url: string
  readonly #pause: number
  #connecting: Promise<Client> | undefined
  #failed: { at: number; error: Error; statement: string } | undefined
  /** A connection is asked one thing at a time. */
  readonly #inTurn = pLimit(1)

  constructor(url: string, pause: number) {
    this.#url = url
    this.#pause = pause
  }

  /** A query as `pg` takes it, which the limiter makes. */
  query = (query: QueryConfig) => this.#inTurn(() => this.#ask(query))

  async #ask(query: QueryConfig) {
    if (this.#failed && performance.now() - this.#failed.at < this.#pause) throw this.#failed.error
    try {
      const client = await this.#connect()
      const result = await client.query({ ...query, query_timeout: mostTime } as QueryConfig)
      this.#succeed(query.text)
      return result
    } catch (error) {
      this.#fail(error as Error, query.text)
      throw error
    }
  }

  /** What failed must succeed before it is said to: a role that may read what was counted may not be one that counts. */
  #succeed(statement: string) {
    if (this.#failed?.statement !== statement) return
    log.info('Searches and sheets are counted for all servers together again.')
    this.#failed = undefined
  }

  #connect(): Promise<Client> {
    if (this.#connecting) return this.#connecting
    const connecting = connectToWrite(this.#url)
    this.#connecting = connecting
    const forget = () => {
      if (this.#connecting === connecting) this.#connecting = undefined
    }
    // One that breaks while nothing is asked is replaced at the next need.
    connecting.then((client) => client.once('end', forget), forget)
    return connecting
  }

  #fail(error: Error, statement: string) {
    const broken = this.#connecting
    this.#connecting = undefined
    // What waits on it fails too, and is counted here.
    broken?.then((client) => client.end()).catch(() => {})
    if (!this.#failed) {
      log.warn(
        `Searches and sheets are counted by this server alone, for PostgreSQL does not let it count: ${error.message}`,
      )
    }
    this.#failed = { at: performance.now(), error, statement }
  }
}
