import { execFileSync, spawnSync } from 'node:child_process'
import { userInfo } from 'node:os'

/** Where a program of a test runs: on this machine, or in a network namespace that acts as a host of its own. */
export type Host = {
  address: string
  /** The command prefix that runs a program there. */
  prefix: string[]
}

export type NetworkHost = Host & {
  /** Pulls its cable: it is then silent instead of refusing connections. */
  cut: () => void
  reconnect: () => void
  /** Blocks or unblocks its way to another host. */
  lose: (other: Host) => void
  find: (other: Host) => void
}

export type Network<Name extends string> = { range: string; hosts: Record<Name, NetworkHost> }

export const loopback: Host = { address: '127.0.0.1', prefix: [] }

/** The namespaces of a test process are named after it. */
const ours = /^learn-(\d+)-/

/** The range of the worked example in deploy/, and alternatives in case that is in use. */
const ranges = ['10.0.0', ...Array.from({ length: 20 }, (_, index) => `10.213.${(process.pid + index * 7) % 250}`)]

/**
 * Creates a host for each name, with the address in the worked example's range that ends in its number, and a switch that
 * connects them; this process gets an address there as well. They are removed when this process exits. If this is not
 * possible, returns the reason.
 */
export function makeNetwork<Name extends string>(ends: Record<Name, number>, own: number): Network<Name> | string {
  if (userInfo().uid !== 0) return 'only root can make network namespaces'
  if (spawnSync('ip', ['-V']).status !== 0) return 'Debian’s package iproute2 is not installed'
  removeLeftovers()
  const names = Object.keys(ends) as Name[]
  const toSpace = (name: string) => `learn-${process.pid}-${name}`
  const spaces = [hub, ...names].map(toSpace)
  const remove = () => spaces.forEach(removeSpace)
  process.once('exit', remove)
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => {
      remove()
      process.kill(process.pid, name)
    })
  }
  try {
    for (const space of spaces) ip('netns', 'add', space)
    const inHub = ['-n', toSpace(hub)]
    ip(...inHub, 'link', 'add', 'name', bridge, 'type', 'bridge')
    ip(...inHub, 'link', 'set', bridge, 'up')
    const plugIn = (name: string) => ip(...inHub, 'link', 'set', name, 'master', bridge, 'up')
    const range = joinItself(toSpace(hub), own)
    plugIn('here')
    const hosts = names.map((name): [Name, NetworkHost] => {
      const [space, address] = [toSpace(name), `${range}.${ends[name]}`]
      ip(...inHub, 'link', 'add', 'name', name, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', space)
      ip('-n', space, 'address', 'add', `${address}/24`, 'dev', 'eth0')
      for (const link of ['lo', 'eth0']) ip('-n', space, 'link', 'set', link, 'up')
      plugIn(name)
      const prefix = ['ip', 'netns', 'exec', space]
      execFileSync('ip', [...prefix.slice(1), 'true'], { stdio: 'pipe' })
      const set = (state: string) => () => ip(...inHub, 'link', 'set', name, state)
      const route = (change: string) => (other: Host) => ip('-n', space, 'route', change, 'blackhole', other.address)
      return [name, { address, prefix, cut: set('down'), reconnect: set('up'), lose: route('add'), find: route('del') }]
    })
    return { range, hosts: Object.fromEntries(hosts) as Record<Name, NetworkHost> }
  } catch (error) {
    remove()
    return `network namespaces cannot be made: ${(error as Error).message.trim()}`
  }
}

const hub = 'hub'
const bridge = 'switch'

/** Connects this process to the hub. The interface is named after its range, so only one process can take that. */
function joinItself(space: string, own: number): string {
  for (const range of ranges.filter(isFree)) {
    const link = `learn-${range}`
    const made = spawnSync('ip', ['link', 'add', 'name', link, 'type', 'veth', 'peer', 'name', 'here', 'netns', space])
    if (made.status !== 0) continue
    ip('address', 'add', `${range}.${own}/24`, 'dev', link)
    ip('link', 'set', link, 'up')
    return range
  }
  throw new Error('no private range of addresses is free')
}

function isFree(range: string): boolean {
  const routes = ip('-4', 'route', 'show', 'table', 'all')
  const within = ip('-4', 'route', 'show', 'table', 'all', 'root', `${range}.0/24`)
  const around = ip('-4', 'route', 'show', 'table', 'all', 'match', `${range}.0/24`)
  return within === '' && !routes.includes(`via ${range}.`) && !/^(?!default)\S/m.test(around)
}

/** Cleans up after earlier processes that were killed. */
function removeLeftovers() {
  for (const line of ip('netns', 'list').split('\n')) {
    const [space = ''] = line.split(' ')
    const pid = Number(ours.exec(space)?.[1])
    if (pid && !signal(pid, 0)) removeSpace(space)
  }
}

/** Kills what runs in a namespace, and removes it with its interfaces. */
function removeSpace(space: string) {
  const { stdout } = spawnSync('ip', ['netns', 'pids', space], { encoding: 'utf8' })
  for (const pid of (stdout ?? '').split('\n').filter(Boolean)) signal(Number(pid), 'SIGKILL')
  spawnSync('ip', ['netns', 'delete', space])
}

/** Sends a signal to a process; returns whether it exists. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name)
  } catch {
    return false
  }
}

const ip = (...args: string[]) => execFileSync('ip', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
