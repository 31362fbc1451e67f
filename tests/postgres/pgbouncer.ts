import { spawn, spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { findOwner } from '@/tools/postgres/programs'
import { findFreePort } from '../free-port'

/** Undefined if it is not installed. */
export const pgbouncerVersion = /PgBouncer (\d+\.\d+)/.exec(
  spawnSync('pgbouncer', ['--version'], { encoding: 'utf8' }).stdout ?? '',
)?.[1]

/** Starts PgBouncer in transaction mode, with two connections to a database, until the tests end. Returns its URL. */
export async function startPgbouncer(url: string): Promise<string> {
  const { hostname, port, pathname } = new URL(url)
  const listens = await findFreePort()
  const folder = mkdtempSync(path.join(tmpdir(), 'pgbouncer-'))
  const owner = findOwner()
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const file = path.join(folder, 'pgbouncer.ini')
  writeFileSync(
    file,
    `[databases]
* = host=${hostname} port=${port} user=postgres
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${listens}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 2
max_client_conn = 200
`,
  )
  const pooler = spawn('pgbouncer', [file], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], ...owner })
  after(() => {
    pooler.kill('SIGKILL')
    rmSync(folder, { recursive: true })
  })
  let said = ''
  pooler.stderr.on('data', (data) => {
    said += data
  })
  while (!said.includes('process up')) {
    if (pooler.exitCode !== null) throw new Error(`PgBouncer did not start: ${said}`)
    await setTimeout(20)
  }
  return `postgres://postgres@127.0.0.1:${listens}${pathname}`
}
