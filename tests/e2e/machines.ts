import { type ChildProcess, spawnSync } from 'node:child_process'
import { after } from 'node:test'
import type { PostgresServer } from '@/tools/postgres/postgres-server'
import { findFreePort } from '../free-port'
import { readExample, startExample } from '../postgres/example'
import { loopback, makeNetwork, type Network } from '../postgres/network-hosts'
import { startReplicated } from '../postgres/servers'
import { type Haproxy, startHaproxy, startHaproxyHere } from './haproxy'
import { startServer } from './site'

const ends = { haproxy: 5, web1: 11, web2: 12, web3: 13, primary: 21, standby: 22 }

/** The publisher's host number in `deploy/`. */
const ownEnd = 10

export type WebServer = { name: string; url: string; process: ChildProcess; start: () => Promise<void> }

/** The worked example: three web servers behind HAProxy, a primary and a standby. */
export type Machines = {
  haproxy: Haproxy
  web: [WebServer, WebServer, WebServer]
  primary: PostgresServer
  standby: PostgresServer
  publisherUrl: string
  /** The network links of the hosts, if each machine has its own. */
  network: Network<keyof typeof ends> | undefined
}

type Databases = Pick<Machines, 'primary' | 'standby' | 'publisherUrl'> & { readerUrl: string }
type Prepare = (databases: Databases) => Promise<void>

/**
 * Starts the worked example, each machine on a host of its own if these can be created, or else all on this one, and tells
 * `say` which. `prepare` publishes before the servers start.
 */
export async function startMachines(folder: string, say: (line: string) => void, prepare: Prepare): Promise<Machines> {
  const hasOpenssl = spawnSync('openssl', ['version']).status === 0
  const network = hasOpenssl ? makeNetwork(ends, ownEnd) : 'openssl is not installed'
  if (typeof network !== 'string') return startOnHosts(folder, network, prepare)
  say(`All machines are this one, and no cable is pulled: ${network}.`)
  return startHere(folder, prepare)
}

async function startOnHosts(folder: string, network: NonNullable<Machines['network']>, prepare: Prepare) {
  const databases = await startExample(network)
  await prepare(databases)
  const lines = readExample('learn.env', network).split('\n')
  const settings = lines.filter((line) => /^\w/.test(line)).map((line) => line.split(/=(.*)/s) as [string, string])
  const environment = { ...Object.fromEntries(settings), DATABASE_URL: databases.readerUrl, WEB_CONCURRENCY: '1' }
  const web = await startWeb(
    (['web1', 'web2', 'web3'] as const).map((name) => ({ ...network.hosts[name], port: 3000 })),
    environment,
  )
  const haproxy = await startHaproxy(folder, network.range, network.hosts.haproxy)
  return { ...databases, web, haproxy, network }
}

async function startHere(folder: string, prepare: Prepare): Promise<Machines> {
  const { primary, standby } = await startReplicated()
  const url = primary.url.replace(/@([^/]+)/, (_, host) => `@${host},${new URL(standby.url).host}`)
  await prepare({ primary, standby, publisherUrl: url, readerUrl: url })
  const ports = [await findFreePort(), await findFreePort(), await findFreePort()]
  const environment = { DATABASE_URL: url, DRAIN_SECONDS: '3', TRUSTED_PROXIES: '1' }
  const web = await startWeb(
    ports.map((port) => ({ ...loopback, port })),
    environment,
  )
  return {
    primary,
    standby,
    publisherUrl: url,
    web,
    haproxy: await startHaproxyHere(folder, ports),
    network: undefined,
  }
}

async function startWeb(
  places: { address: string; prefix: string[]; port: number }[],
  environment: Record<string, string>,
) {
  const servers = await Promise.all(
    places.map(async ({ address, prefix, port }, index) => {
      // They have only the code, no content and no store. All visits come from one address.
      const run = async () => {
        const settings = { ...environment, PORT: `${port}`, SEARCH_MS_PER_MINUTE: '60000' }
        return (await startServer('/nowhere', '/nowhere/content.db', settings, prefix)).server
      }
      const web: WebServer = {
        name: `web${index + 1}`,
        url: `http://${address}:${port}`,
        process: await run(),
        start: async () => {
          web.process = await run()
        },
      }
      after(() => web.process.kill('SIGKILL'))
      return web
    }),
  )
  return servers as Machines['web']
}
