import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { after } from 'node:test'
import { type PostgresHost, PostgresServer } from '@/tools/postgres/postgres-server'
import type { Host, Network } from './network-hosts'
import { query } from './query'

const port = 5432
const password = 'of-the-example'

/** A file of the worked example in deploy/, rewritten for another network range if necessary. */
export const readExample = (file: string, { range }: { range: string }) =>
  readFileSync(path.join('deploy', file), 'utf8').replaceAll('10.0.0.', `${range}.`)

/** A self-signed certificate and its key. */
export function writeCertificate(name: string, key: string, certificate: string) {
  const made = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${name}`]
  execFileSync('openssl', ['req', ...made, '-keyout', key, '-out', certificate], { stdio: 'pipe' })
}

/**
 * A primary and its hot standby as deploy/postgresql and docs/scaling.md set them up, each on a host of its own; both stop
 * with the tests. The URLs are those of a publisher and of a web server.
 */
export async function startExample(network: Network<'primary' | 'standby'>) {
  const at = (host: Host): PostgresHost => ({
    ...host,
    conninfo: `user=replicator password=${password} sslmode=require`,
    configure: (data) => {
      mkdirSync(path.join(data, 'conf.d'))
      writeFileSync(path.join(data, 'conf.d', 'learn.conf'), readExample('postgresql/learn.conf', network))
      appendFileSync(path.join(data, 'postgresql.conf'), "include_dir = 'conf.d'\n")
      appendFileSync(path.join(data, 'pg_hba.conf'), readExample('postgresql/pg_hba.conf', network))
      writeCertificate('postgres', path.join(data, 'server.key'), path.join(data, 'server.crt'))
    },
  })
  const settings = { fsync: 'off', shared_buffers: '32MB' }
  const primary = PostgresServer.create(port, settings, at(network.hosts.primary))
  after(() => primary.remove())
  const standby = primary.copyAsStandby(port, at(network.hosts.standby))
  after(() => standby.remove())
  await primary.start()
  await giveRights(primary.url)
  await standby.start()
  const [, ofReader = ''] = /^DATABASE_URL=(.*)$/m.exec(readExample('learn.env', network)) ?? []
  const readerUrl = ofReader.replace('PASSWORD', password)
  return { primary, standby, readerUrl, publisherUrl: readerUrl.replace('//reader:', '//publisher:') }
}

/** Runs the SQL of docs/scaling.md, which sets up PostgreSQL in psql. */
async function giveRights(url: string) {
  const [, sql = ''] = /```sql\n(.*?)```/s.exec(readFileSync('docs/scaling.md', 'utf8')) ?? []
  const [before = '', within = ''] = sql.replaceAll('…', password).split('\\c library\n')
  // CREATE DATABASE cannot run in a transaction with other statements.
  for (const statement of before.split(';\n')) await query(url, statement)
  await query(url.replace(/[^/]*$/, 'library'), within)
}
