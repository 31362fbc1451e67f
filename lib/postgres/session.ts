import type { Pool, PoolClient } from 'pg'
import { toClientConfig, toHostUrls } from './hosts'
import { toStorable, type Value } from './values'

/** A statement, prepared once in each connection under its name. Without a name it is prepared each time. */
export type Statement = { name?: string; text: string }

/** Asks one statement for its rows. What is asked without waiting for an earlier answer costs no further round trip. */
export type Ask = <Row>(statement: Statement, ...values: (Value | readonly Value[])[]) => Promise<Row[]>

/** Connections of one thread to one host: a page needs one, and no thread renders many pages at a time. */
const mostConnections = 4

/** How long one statement may take, in milliseconds: the longest that is meant to be asked takes a fraction of it. */
const mostTime = 5_000

/** A snapshot for all statements of one call, and limits without state in the session: poolers lend it to others. */
const begin = `BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY; SET LOCAL statement_timeout = ${mostTime}`

const bigint = 20

/** Reads from the first host of a URL that answers; where it ceases to, from the next one. */
export class Sessions {
  readonly #hosts: string[]
  readonly #pools = new Map<string, Promise<Pool>>()
  #current = 0

  constructor(url: string) {
    this.#hosts = toHostUrls(url)
  }

  /** Runs reads that see one state of the library. */
  async read<Result>(run: (ask: Ask) => Promise<Result>): Promise<Result> {
    for (let tried = 1; ; tried += 1) {
      const at = this.#current
      try {
        return await this.#readFrom(this.#hosts[at] as string, run)
      } catch (error) {
        if (!isConnectionError(error) || tried > this.#hosts.length) throw error
        // Another call may have gone on to the next host already.
        if (this.#current === at) this.#current = (at + 1) % this.#hosts.length
      }
    }
  }

  async end() {
    for (const pool of this.#pools.values()) await (await pool).end()
  }

  async #readFrom<Result>(host: string, run: (ask: Ask) => Promise<Result>): Promise<Result> {
    let pool = this.#pools.get(host)
    if (!pool) {
      pool = openPool(host)
      this.#pools.set(host, pool)
    }
    const client = await (await pool).connect()
    try {
      const begun = client.query(begin)
      const [result] = await Promise.all([run(askOf(client)), begun])
      // What was read is of one snapshot, whatever becomes of its end: nobody waits for that.
      client.query('COMMIT').then(
        () => client.release(),
        () => client.release(true),
      )
      return result
    } catch (error) {
      client.release(true)
      throw error
    }
  }
}

const askOf =
  (client: PoolClient): Ask =>
  async ({ name, text }, ...values) => {
    const storable = values.map((value) => (Array.isArray(value) ? value.map(toStorable) : toStorable(value as Value)))
    const { rows } = await client.query({ ...(name && { name }), text, values: storable })
    return rows
  }

async function openPool(url: string): Promise<Pool> {
  const { default: pg } = await import('pg')
  const getTypeParser = ((oid: number, format: 'text') =>
    oid === bigint ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser
  const pool = new pg.Pool({
    ...toClientConfig(url),
    max: mostConnections,
    pipeline: true,
    query_timeout: 2 * mostTime,
    types: { getTypeParser },
    allowExitOnIdle: true,
  } as ConstructorParameters<typeof pg.Pool>[0])
  // An idle connection that breaks is replaced when the next one is needed.
  pool.on('error', () => {})
  return pool
}

/** Whether an error is of the connection, not of what was asked: https://www.postgresql.org/docs/current/errcodes-appendix.html */
function isConnectionError(error: unknown): boolean {
  const { code = '', message } = error as { code?: string; message: string }
  return (
    /^(?:08|57P0|E[A-Z]+$)/.test(code) ||
    /^(?:Connection terminated|timeout expired|Query read timeout|Client (?:has|was))/.test(message)
  )
}
