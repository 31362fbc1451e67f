import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process'
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { findOwner, findPrograms } from './programs'

/** Settings of postgresql.conf. */
export type PostgresSettings = Record<string, string>

/** Another host to run on. */
export type PostgresHost = {
  address: string
  /** The command prefix that runs a command there. */
  prefix: string[]
  /** Writes the configuration into the data folder: where it listens, and who may connect. */
  configure: (data: string) => void
  /** The connection parameters for its standby, without the address. */
  conninfo: string
}

/** A separate PostgreSQL server in a temporary folder, initially empty. */
export class PostgresServer {
  readonly url: string
  readonly #root: string
  readonly #port: number
  readonly #bin: string
  readonly #settings: PostgresSettings
  readonly #host: PostgresHost | undefined
  readonly #options: { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number }
  #process: ChildProcess | undefined

  private constructor(root: string, port: number, settings: PostgresSettings, host?: PostgresHost) {
    const owner = findOwner()
    const { bin, env } = findPrograms(root, owner)
    if (owner) chownSync(root, owner.uid, owner.gid)
    // A Unix socket in its folder is reachable from this host too.
    this.url = `postgres://postgres@${host ? encodeURIComponent(root) : '127.0.0.1'}:${port}/postgres`
    this.#root = root
    this.#port = port
    this.#bin = bin
    this.#settings = settings
    this.#host = host
    this.#options = { cwd: root, env: { ...process.env, LC_ALL: 'C', ...env }, ...owner }
  }

  static create(port: number, settings: PostgresSettings, host?: PostgresHost): PostgresServer {
    const server = new PostgresServer(makeRoot(), port, settings, host)
    const setUp = ['-D', server.#data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
    execFileSync(path.join(server.#bin, 'initdb'), setUp, { ...server.#options, stdio: ['ignore', 'ignore', 'pipe'] })
    host?.configure(server.#data)
    server.#giveToOwner()
    return server
  }

  /** A hot standby of this server, which must not have been started yet. */
  copyAsStandby(port: number, host?: PostgresHost): PostgresServer {
    const standby = new PostgresServer(makeRoot(), port, this.#settings, host)
    cpSync(this.#data, standby.#data, { recursive: true })
    // Not every version of Node copies the mode of folders, and PostgreSQL refuses one that others may read.
    chmodSync(standby.#data, 0o700)
    writeFileSync(path.join(standby.#data, 'standby.signal'), '')
    const { address, conninfo } = this.#host ?? { address: '127.0.0.1', conninfo: 'user=postgres' }
    const primary = `host=${address} port=${this.#port} ${conninfo}`
    writeFileSync(path.join(standby.#data, 'postgresql.auto.conf'), `primary_conninfo = '${primary}'\n`)
    standby.#giveToOwner()
    return standby
  }

  /** Resolves once it accepts connections. */
  async start() {
    const set = Object.entries(this.#settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const where = this.#host ? ['-k', this.#root] : ['-h', '127.0.0.1', '-k', '']
    const run = [path.join(this.#bin, 'postgres'), '-D', this.#data, '-p', String(this.#port), ...where, ...set]
    const server = this.#host ? this.#spawnOn(this.#host, run) : this.#spawn(run, this.#options)
    let said = ''
    server.stderr.on('data', (data) => {
      said += data
    })
    while (!/ready to accept (?:read-only )?connections/.test(said)) {
      if (server.exitCode !== null) throw new Error(`PostgreSQL did not start: ${said}`)
      await setTimeout(20)
    }
    this.#process = server
  }

  /** Stops it, by default with PostgreSQL's fast shutdown. */
  async stop(signal: NodeJS.Signals = 'SIGINT') {
    const server = this.#process
    if (server?.exitCode !== null || server.signalCode !== null) return
    const ended = new Promise((resolve) => server.once('exit', resolve))
    const children = this.#listProcesses().slice(1)
    server.kill(signal)
    await ended
    // The processes that serve connections end shortly after a killed server.
    while (children.some(isRunning)) await setTimeout(10)
  }

  /** Stops it, and removes its data. */
  async remove() {
    await this.stop()
    rmSync(this.#root, { recursive: true })
  }

  /** Suspends it, as if it hung. */
  async freeze() {
    for (const id of this.#listProcesses()) process.kill(id, 'SIGSTOP')
  }

  async thaw() {
    for (const id of this.#listProcesses()) process.kill(id, 'SIGCONT')
  }

  #giveToOwner() {
    const { uid, gid } = this.#options
    if (uid !== undefined) execFileSync('chown', ['-R', `${uid}:${gid}`, this.#data])
  }

  #spawn = ([program, ...args]: string[], options: SpawnOptions) =>
    spawn(program as string, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })

  /** Only root may enter another host. The commands that switch users there must not load PostgreSQL's libraries. */
  #spawnOn({ prefix }: PostgresHost, run: string[]) {
    const { uid, gid, cwd, env } = this.#options
    const become = uid === undefined ? [] : ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
    const libraries = Object.entries(env).filter(([name]) => name.endsWith('LIBRARY_PATH'))
    const set = ['env', `HOME=${cwd}`, ...libraries.map(([name, value]) => `${name}=${value}`)]
    const others = { ...env, LD_LIBRARY_PATH: undefined, DYLD_LIBRARY_PATH: undefined }
    return this.#spawn([...prefix, ...become, ...set, ...run], { cwd, env: others })
  }

  get #data() {
    return path.join(this.#root, 'data')
  }

  /** The server's process, then its children. */
  #listProcesses(): number[] {
    const id = this.#process?.pid as number
    const all = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
    const children = all.map((line) => line.trim().split(/\s+/).map(Number)).filter(([, parent]) => parent === id)
    return [id, ...children.map(([child]) => child as number)]
  }
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}

const makeRoot = () => mkdtempSync(path.join(tmpdir(), 'postgres-'))
