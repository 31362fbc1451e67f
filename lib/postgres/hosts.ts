import type { Client, ClientConfig, QueryConfig } from 'pg'
import { toSentence } from './failures'

/** How long a host may take to accept a connection, or to answer a trivial statement, in milliseconds. */
export const maxSilence = 2_000

/** How long a connection may be idle before TCP probes whether the host is still there, in milliseconds. */
const keepAliveInitialDelayMillis = 10_000

/** Splits a URL that names several hosts into one URL for each: `postgres://user@one:5432,two:5433/library`. */
export function toHostUrls(url: string): string[] {
  const [, before = '', hosts = '', after = ''] = /^([^:]+:\/\/(?:[^@/]*@)?)([^/?]*)(.*)$/s.exec(url) ?? []
  return hosts.split(',').map((host) => before + host + after)
}

/** The host in a URL, with its port if that is given. */
export const toHostName = (url: string) => new URL(url).host

export const toClientConfig = (url: string): ClientConfig => ({
  connectionString: url,
  application_name: 'quicktakes',
  connectionTimeoutMillis: maxSilence,
  keepAlive: true,
  keepAliveInitialDelayMillis,
})

const askIfStandby = { text: 'SELECT pg_is_in_recovery() AS standby', query_timeout: maxSilence } as QueryConfig

/** Connects to the first of the hosts that can be written to. */
export async function connectToWrite(url: string): Promise<Client> {
  const { default: pg } = await import('pg')
  const failures: string[] = []
  for (const host of toHostUrls(url)) {
    const fail = (message: string) => failures.push(`${toHostName(host)}: ${message}`)
    let client: Client | undefined
    try {
      // Throws if a certificate that the URL names cannot be read.
      client = new pg.Client(toClientConfig(host))
      // When a connection breaks, the pending statement fails as well: nothing more to do here.
      client.on('error', () => {})
      await client.connect()
      const { rows } = await client.query<{ standby: boolean }>(askIfStandby)
      if (!rows[0]?.standby) return client
      fail('it is a standby')
    } catch (error) {
      fail(toSentence(error as Error))
    }
    await client?.end().catch(() => {})
  }
  throw new Error(`No PostgreSQL host in DATABASE_URL can be written to. ${failures.join('; ')}.`)
}
