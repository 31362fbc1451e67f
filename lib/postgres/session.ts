import type { Pool, PoolClient, QueryConfig } from 'pg'
import { log } from '@/lib/core/log'
import { LibraryUnavailable } from '@/lib/library/unavailable'
import { BrokenConnection, HostBusy, HostFailure, isNotPrepared, toConnectionFailure, toFailure } from './failures'
import { maxSilence, toHostName, toHostUrls } from './hosts'
import { maxConnections, openPool, statementTimeout } from './pools'
import { toStorable, type Value } from './values'

/** A statement, prepared once per connection under its name. Without a name it is parsed and planned each time. */
export type Statement = { name?: string; text: string }

/** Runs a statement and returns its rows. Statements sent without awaiting earlier ones share a round trip. */
export type Ask = <Row>(statement: Statement, ...values: (Value | readonly Value[])[]) => Promise<Row[]>

/** How long a server may pause between two statements of a read, in milliseconds. */
const maxIdleTime = 20_000

/**
 * One snapshot for all statements of a call, and limits that leave no state in the session, which poolers lend to others.
 * No statement should scan a whole table or use several processors, and prepared statements are planned once, whatever
 * their parameters. A scan that cannot be avoided, of a table with one row, then counts as so expensive that PostgreSQL
 * before 18 would compile it (`jit`), for 20 to 190 ms each time. A server that is cut off during a read holds no lock for
 * longer than `maxIdleTime`.
 */
const begin = `BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY; SET LOCAL statement_timeout = ${statementTimeout};
  SET LOCAL enable_seqscan = off; SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL jit = off;
  SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL idle_in_transaction_session_timeout = ${maxIdleTime}`

/** After this many milliseconds, a read that has tried all hosts does not retry. */
const maxPatience = 1_500

/** How often the hosts are probed while none answers, in milliseconds. */
const lookEvery = 250

/**
 * Reads from the first host of a URL that answers; when it stops answering, from the next one. While none answers, reads
 * fail immediately, and the hosts are probed until one does.
 */
export class Sessions {
  readonly #hosts: string[]
  readonly #probe: Statement
  readonly #schema: string
  readonly #pools = new Map<string, Promise<Pool>>()
  #current = 0
  #prepares = true
  #unavailable: LibraryUnavailable | undefined
  #nextLook: NodeJS.Timeout | undefined

  /**
   * `probe` is a statement that succeeds on every host that can be read from. The names of prepared statements begin with
   * `schema`: even if a pooler mixes up what its clients prepared, a name means a single text.
   */
  constructor(url: string, probe: Statement, schema: string) {
    this.#hosts = toHostUrls(url)
    this.#probe = probe
    this.#schema = schema
  }

  /** Runs reads that see one state of the library. Throws `LibraryUnavailable` if no host answers in time. */
  async read<Result>(run: (ask: Ask) => Promise<Result>): Promise<Result> {
    if (this.#unavailable) throw this.#unavailable
    const started = performance.now()
    const count = this.#hosts.length
    let at = this.#current
    let busy: HostBusy | undefined
    let broken = 0
    const failures = new Map<string, string>()
    let tried = 1
    for (;;) {
      try {
        return await this.#readFrom(at, run)
      } catch (error) {
        if (!(error instanceof HostFailure)) throw error
        // If a host or a pooler ended all connections, each of the pool's breaks before a new one is made.
        if (error instanceof BrokenConnection && broken++ < maxConnections) continue
        const next = (at + 1) % count
        failures.set(toHostName(this.#hosts[at] as string), error.message)
        if (error instanceof HostBusy) busy = error
        // Another call may have moved on to the next host already.
        else if (this.#current === at) this.#current = next
        if (tried > count || (tried === count && performance.now() - started > maxPatience)) {
          throw busy ? new LibraryUnavailable(`PostgreSQL is too busy: ${busy.message}`) : this.#giveUp(failures)
        }
        at = next
        tried += 1
      }
    }
  }

  /** The host that is read from, and the connections to it. */
  async describe() {
    const url = this.#hosts[this.#current] as string
    const { totalCount, idleCount, waitingCount } = await this.#getPool(url)
    return { host: toHostName(url), connections: { total: totalCount, idle: idleCount, waiting: waitingCount } }
  }

  async end() {
    clearTimeout(this.#nextLook)
    for (const pool of this.#pools.values()) await (await pool).end()
  }

  async #readFrom<Result>(at: number, run: (ask: Ask) => Promise<Result>): Promise<Result> {
    const pool = await this.#getPool(this.#hosts[at] as string)
    const client = await connect(pool)
    // Once a statement fails, the later ones of the transaction do too, and their errors may arrive first.
    let failure: unknown
    const prepares = this.#prepares
    const note = (error: unknown) => {
      failure ??= error
      throw error
    }
    try {
      const beginning = client.query({ text: begin, query_timeout: maxSilence } as QueryConfig).catch(note)
      const [result] = await Promise.all([run(this.#askOf(client, note)), beginning])
      // What was read is of one snapshot whether or not this succeeds, so nobody waits for it.
      client.query('COMMIT').then(
        () => client.release(),
        () => client.release(true),
      )
      return result
    } catch (error) {
      client.release(true)
      const first = failure ?? error
      if (!prepares || !isNotPrepared(first)) throw toFailure(first)
      this.#stopPreparing()
      return this.#readFrom(at, run)
    }
  }

  #askOf =
    (client: PoolClient, note: (error: unknown) => never): Ask =>
    async ({ name, text }, ...values) => {
      const storable = values.map((value) =>
        Array.isArray(value) ? value.map(toStorable) : toStorable(value as Value),
      )
      const prepared = this.#prepares && name ? { name: `${this.#schema}.${name}` } : undefined
      const { rows } = await client.query({ ...prepared, text, values: storable }).catch(note)
      return rows
    }

  #stopPreparing() {
    if (this.#prepares) {
      log.warn(
        'A pooler in front of PostgreSQL does not support prepared statements (PgBouncer does from 1.21, with max_prepared_statements): from now on none are used, and each read costs more.',
      )
    }
    this.#prepares = false
  }

  #getPool(url: string): Promise<Pool> {
    let pool = this.#pools.get(url)
    if (!pool) {
      pool = openPool(url)
      this.#pools.set(url, pool)
    }
    return pool
  }

  /** `failures` has the message of each host. */
  #giveUp(failures: Map<string, string>): LibraryUnavailable {
    const said = [...failures].map(([host, message]) => `${host}: ${message}`)
    const unavailable = new LibraryUnavailable(
      `No PostgreSQL host in DATABASE_URL can be read from. ${said.join('; ')}.`,
    )
    if (!this.#unavailable) this.#lookLater()
    this.#unavailable = unavailable
    return unavailable
  }

  #lookLater() {
    this.#nextLook = setTimeout(() => this.#look(), lookEvery).unref()
  }

  /** Probes all hosts in parallel, so that a silent one does not delay finding one that answers. */
  async #look() {
    const looks = this.#hosts.map(async (_, at) => {
      await this.#readFrom(at, (ask) => ask(this.#probe))
      return at
    })
    try {
      this.#current = await Promise.any(looks)
      this.#unavailable = undefined
    } catch {
      this.#lookLater()
    }
  }
}

/** An unreadable certificate in the URL throws synchronously, so this must be inside the try as well. */
async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect()
  } catch (error) {
    throw toConnectionFailure(error as Error)
  }
}
