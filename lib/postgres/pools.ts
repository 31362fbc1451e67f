import type { Pool } from 'pg'
import { toClientConfig } from './hosts'

/** The most connections of one thread to one host: a page needs one, and no thread renders many pages at a time. */
export const maxConnections = 4

/** How long one statement may take, in milliseconds: the slowest one of the site takes a fraction of it. */
export const statementTimeout = 3_000

/** How long to wait for an answer, in milliseconds: a host that is alive has cancelled the statement by then. */
const answerTimeout = statementTimeout + 500

const bigint = 20

/** Connections to one host, made when they are needed. */
export async function openPool(url: string): Promise<Pool> {
  const { default: pg } = await import('pg')
  const getTypeParser = ((oid: number, format: 'text') =>
    oid === bigint ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser
  const pool = new pg.Pool({
    ...toClientConfig(url),
    max: maxConnections,
    pipeline: true,
    query_timeout: answerTimeout,
    types: { getTypeParser },
    allowExitOnIdle: true,
  } as ConstructorParameters<typeof pg.Pool>[0])
  // When a connection breaks, its pending statements fail as well; an idle connection is replaced when one is needed.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}
