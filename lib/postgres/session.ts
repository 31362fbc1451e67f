import type { Pool, PoolClient, QueryConfig } from 'pg'
import { log } from '@/lib/core/log'
import { LibraryAway } from '@/lib/library/away'
import { HostBusy, HostFailure, isNotPrepared, toConnectionFailure, toFailure } from './failures'
import { mostSilence, toHostName, toHostUrls } from './hosts'
import { mostStatementTime, openPool } from './pools'
import { toStorable, type Value } from './values'

/** A statement, prepared once in each connection under its name. Without a name it is prepared each time. */
export type Statement = { name?: string; text: string }

/** Asks one statement for its rows. What is asked without waiting for an earlier answer costs no further round trip. */
export type Ask = <Row>(statement: Statement, ...values: (Value | readonly Value[])[]) => Promise<Row[]>

/** How long a server may think between two statements of a read, in milliseconds. */
const mostIdleTime = 20_000

/**
 * A snapshot for all statements of one call, and limits without state in the session: poolers lend it to others. No
 * statement is meant to look through a table, or to be worth several processors; and what is prepared is planned once,
 * whatever it is asked with. A server that is cut off in the midst holds no lock for longer than `mostIdleTime`.
 */
const begin = `BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY; SET LOCAL statement_timeout = ${mostStatementTime};
  SET LOCAL enable_seqscan = off; SET LOCAL max_parallel_workers_per_gather = 0;
  SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL idle_in_transaction_session_timeout = ${mostIdleTime}`

/** After so many milliseconds a read that has tried all hosts tries none again. */
const mostPatience = 1_500

/** How often hosts are tried while none answers, in milliseconds. */
const lookEvery = 250

/**
 * Reads from the first host of a URL that answers; where it ceases to, from the next one. While none answers reads fail
 * at once, and the hosts are tried until one does.
 */
export class Sessions {
  readonly #hosts: string[]
  readonly #probe: Statement
  readonly #schema: string
  readonly #pools = new Map<string, Promise<Pool>>()
  #current = 0
  #prepares = true
  #away: LibraryAway | undefined
  #nextLook: NodeJS.Timeout | undefined

  /**
   * `probe` is a statement that every host answers that can be read from. Statements are prepared under names that begin
   * with `schema`: where a pooler mixes up what its clients prepared, a name still means one text.
   */
  constructor(url: string, probe: Statement, schema: string) {
    this.#hosts = toHostUrls(url)
    this.#probe = probe
    this.#schema = schema
  }

  /** Runs reads that see one state of the library. Throws `LibraryAway` where no host answers them in time. */
  async read<Result>(run: (ask: Ask) => Promise<Result>): Promise<Result> {
    if (this.#away) throw this.#away
    const started = performance.now()
    const count = this.#hosts.length
    let at = this.#current
    let busy: HostBusy | undefined
    const failures = new Map<string, string>()
    for (let tried = 1; ; tried += 1) {
      try {
        return await this.#readFrom(at, run)
      } catch (error) {
        if (!(error instanceof HostFailure)) throw error
        const next = (at + 1) % count
        failures.set(toHostName(this.#hosts[at] as string), error.message)
        if (error instanceof HostBusy) busy = error
        // Another call may have gone on to the next host already.
        else if (this.#current === at) this.#current = next
        if (tried > count || (tried === count && performance.now() - started > mostPatience)) {
          throw busy ? new LibraryAway(`PostgreSQL is too busy: ${busy.message}`) : this.#giveUp(failures)
        }
        at = next
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
    // Once a statement fails, those after it in the transaction do too, and one of them may be heard of first.
    let failure: unknown
    const prepares = this.#prepares
    const note = (error: unknown) => {
      failure ??= error
      throw error
    }
    try {
      const begun = client.query({ text: begin, query_timeout: mostSilence } as QueryConfig).catch(note)
      const [result] = await Promise.all([run(this.#askOf(client, note)), begun])
      // What was read is of one snapshot, whatever becomes of its end: nobody waits for that.
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
        'A pooler before PostgreSQL does not keep prepared statements (PgBouncer does from 1.21, with max_prepared_statements): from now on none is prepared, and each read costs more.',
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

  /** `failures` are what each host said. */
  #giveUp(failures: Map<string, string>): LibraryAway {
    const said = [...failures].map(([host, message]) => `${host}: ${message}`)
    const away = new LibraryAway(`No PostgreSQL of DATABASE_URL can be read from. ${said.join('; ')}.`)
    if (!this.#away) this.#lookLater()
    this.#away = away
    return away
  }

  #lookLater() {
    this.#nextLook = setTimeout(() => this.#look(), lookEvery).unref()
  }

  /** Asks all hosts at once: one that is silent does not keep those from being found that answer. */
  async #look() {
    const looks = this.#hosts.map(async (_, at) => {
      await this.#readFrom(at, (ask) => ask(this.#probe))
      return at
    })
    try {
      this.#current = await Promise.any(looks)
      this.#away = undefined
    } catch {
      this.#lookLater()
    }
  }
}

/** A certificate of the URL that cannot be read is thrown before there is a promise, and is a failure as well. */
async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect()
  } catch (error) {
    throw toConnectionFailure(error as Error)
  }
}
