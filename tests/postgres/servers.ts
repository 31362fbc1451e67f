import { after } from 'node:test'
import { PostgresServer } from '@/tools/postgres/postgres-server'
import { findFreePort } from '../free-port'

/** Small and fast: no data of a test need survive a crash. */
const settings = { fsync: 'off', shared_buffers: '32MB', wal_keep_size: '64MB' }

/** A PostgreSQL server that stops with the tests. */
export async function createServer(): Promise<PostgresServer> {
  const server = PostgresServer.create(await findFreePort(), settings)
  after(() => server.remove())
  return server
}

/** Starts an empty PostgreSQL server that stops with the tests, and returns its URL. */
export async function startPostgres(): Promise<string> {
  const server = await createServer()
  await server.start()
  return server.url
}

/** Starts an empty PostgreSQL server and a hot standby of it; both stop with the tests. */
export async function startReplicated(): Promise<{ primary: PostgresServer; standby: PostgresServer }> {
  const primary = await createServer()
  const standby = primary.copyAsStandby(await findFreePort())
  after(() => standby.remove())
  await primary.start()
  await standby.start()
  return { primary, standby }
}
