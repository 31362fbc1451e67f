import type { Pool } from 'pg'
import { toClientConfig } from './hosts'

/** Connections of one thread to one host: a page needs one, and no thread renders many pages at a time. */
const mostConnections = 4

/** How long one statement may take, in milliseconds: the longest that is meant to be asked takes a fraction of it. */
export const mostStatementTime = 3_000

/** After so long nothing comes any more: a host that is there ends the statement before. */
const mostAnswerTime = mostStatementTime + 500

const bigint = 20

/** Connections to one host, made when they are needed. */
export async function openPool(url: string): Promise<Pool> {
  const { default: pg } = await import('pg')
  const getTypeParser = ((oid: number, format: 'text') =>
    oid === bigint ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser
  const pool = new pg.Pool({
    ...toClientConfig(url),
    max: mostConnections,
    pipeline: true,
    query_timeout: mostAnswerTime,
    types: { getTypeParser },
    allowExitOnIdle: true,
  } as ConstructorParameters<typeof pg.Pool>[0])
  // A connection that breaks fails the statements that wait for it too; an idle one is replaced when one is needed.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}
