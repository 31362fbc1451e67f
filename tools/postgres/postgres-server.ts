import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { findOwner, findPrograms } from './programs'

/** Settings of postgresql.conf. */
export type PostgresSettings = Record<string, string>

/** A PostgreSQL of its own, in a temporary folder, with nothing in it at first. */
export class PostgresServer {
  readonly url: string
  readonly #root: string
  readonly #port: number
  readonly #bin: string
  readonly #settings: PostgresSettings
  readonly #options: { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number }
  #process: ChildProcess | undefined

  private constructor(root: string, port: number, settings: PostgresSettings) {
    const owner = findOwner()
    const { bin, env } = findPrograms(root, owner)
    if (owner) chownSync(root, owner.uid, owner.gid)
    this.url = `postgres://postgres@127.0.0.1:${port}/postgres`
    this.#root = root
    this.#port = port
    this.#bin = bin
    this.#settings = settings
    this.#options = { cwd: root, env: { ...process.env, LC_ALL: 'C', ...env }, ...owner }
  }

  static create(port: number, settings: PostgresSettings = {}): PostgresServer {
    const server = new PostgresServer(makeRoot(), port, settings)
    const setUp = ['-D', server.#data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
    execFileSync(path.join(server.#bin, 'initdb'), setUp, { ...server.#options, stdio: ['ignore', 'ignore', 'pipe'] })
    return server
  }

  /** A hot standby of this server, which was not started yet. */
  copyAsStandby(port: number): PostgresServer {
    const standby = new PostgresServer(makeRoot(), port, this.#settings)
    cpSync(this.#data, standby.#data, { recursive: true })
    writeFileSync(path.join(standby.#data, 'standby.signal'), '')
    const primary = `host=127.0.0.1 port=${this.#port} user=postgres`
    writeFileSync(path.join(standby.#data, 'postgresql.auto.conf'), `primary_conninfo = '${primary}'\n`)
    const { uid, gid } = standby.#options
    if (uid !== undefined) execFileSync('chown', ['-R', `${uid}:${gid}`, standby.#data])
    return standby
  }

  /** Is there once it answers. */
  async start() {
    const set = Object.entries(this.#settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const run = ['-D', this.#data, '-p', String(this.#port), '-h', '127.0.0.1', '-k', '', ...set]
    const server = spawn(path.join(this.#bin, 'postgres'), run, {
      ...this.#options,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
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

  /** Ends it, by default as its operator would. */
  async stop(signal: NodeJS.Signals = 'SIGINT') {
    const server = this.#process
    if (server?.exitCode !== null || server.signalCode !== null) return
    const ended = new Promise((resolve) => server.once('exit', resolve))
    const children = this.#listProcesses().slice(1)
    server.kill(signal)
    await ended
    // What served connections ends by itself shortly after a server that was killed.
    while (children.some(isRunning)) await setTimeout(10)
  }

  /** Ends it, and removes what it had. */
  async remove() {
    await this.stop()
    rmSync(this.#root, { recursive: true })
  }

  /** Stops it in the middle of what it does, without ending it. */
  async freeze() {
    for (const id of this.#listProcesses()) process.kill(id, 'SIGSTOP')
  }

  async thaw() {
    for (const id of this.#listProcesses()) process.kill(id, 'SIGCONT')
  }

  get #data() {
    return path.join(this.#root, 'data')
  }

  /** The server's process, and then those that it started. */
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
