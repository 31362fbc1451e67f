import { after } from 'node:test'
import { PostgresServer } from '@/tools/postgres/postgres-server'
import { findFreePort } from '../free-port'

/** Small and quick: nothing of a test need outlive the machine. */
const settings = { fsync: 'off', shared_buffers: '32MB', wal_keep_size: '64MB' }

/** A PostgreSQL that ends with the tests. */
export async function createServer(): Promise<PostgresServer> {
  const server = PostgresServer.create(await findFreePort(), settings)
  after(() => server.remove())
  return server
}

/** Starts a PostgreSQL that ends with the tests, with nothing in it, and returns its address. */
export async function startPostgres(): Promise<string> {
  const server = await createServer()
  await server.start()
  return server.url
}

/** Starts a PostgreSQL with nothing in it, and a hot standby of it; both end with the tests. */
export async function startReplicated(): Promise<{ primary: PostgresServer; standby: PostgresServer }> {
  const primary = await createServer()
  const standby = primary.copyAsStandby(await findFreePort())
  after(() => standby.remove())
  await primary.start()
  await standby.start()
  return { primary, standby }
}
