import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { findOwner, findPrograms } from '@/tools/postgres/programs'
import { findFreePort } from '../free-port'

/** Starts a PostgreSQL that ends with the tests, with nothing in it, and returns its address. */
export async function startPostgres(): Promise<string> {
  const server = await PostgresServer.create()
  await server.start()
  return server.url
}

/** Starts a PostgreSQL with nothing in it, and a hot standby of it; both end with the tests. */
export async function startReplicated(): Promise<{ primary: PostgresServer; standby: PostgresServer }> {
  const primary = await PostgresServer.create()
  const standby = await primary.copyAsStandby()
  await primary.start()
  await standby.start()
  return { primary, standby }
}

/** A PostgreSQL of the tests. */
export class PostgresServer {
  readonly url: string
  readonly #root: string
  readonly #port: number
  readonly #bin: string
  readonly #options: { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number }
  #process: ChildProcess | undefined

  private constructor(root: string, port: number) {
    const owner = findOwner()
    const { bin, env } = findPrograms(root, owner)
    if (owner) chownSync(root, owner.uid, owner.gid)
    this.url = `postgres://postgres@127.0.0.1:${port}/postgres`
    this.#root = root
    this.#port = port
    this.#bin = bin
    this.#options = { cwd: root, env: { ...process.env, LC_ALL: 'C', ...env }, ...owner }
    after(async () => {
      await this.stop()
      rmSync(root, { recursive: true })
    })
  }

  static async create(): Promise<PostgresServer> {
    const server = new PostgresServer(makeRoot(), await findFreePort())
    const setUp = ['-D', server.#data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
    execFileSync(path.join(server.#bin, 'initdb'), setUp, { ...server.#options, stdio: ['ignore', 'ignore', 'pipe'] })
    return server
  }

  /** A hot standby of this server, which was not started yet. */
  async copyAsStandby(): Promise<PostgresServer> {
    const standby = new PostgresServer(makeRoot(), await findFreePort())
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
    const run = ['-D', this.#data, '-p', String(this.#port), '-h', '127.0.0.1', '-k', '', '-F']
    run.push('-c', 'shared_buffers=32MB', '-c', 'wal_keep_size=64MB')
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
