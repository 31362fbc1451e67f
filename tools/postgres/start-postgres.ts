import { execFileSync, spawn } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { findOwner, findPrograms } from './programs'

export type Postgres = { url: string; stop: () => Promise<void> }

/** Starts a PostgreSQL with nothing in it; `settings` are those of postgresql.conf. */
export async function startPostgres(port: number, settings: Record<string, string> = {}): Promise<Postgres> {
  const root = mkdtempSync(path.join(tmpdir(), 'postgres-'))
  const owner = findOwner()
  const { bin, env } = findPrograms(root, owner)
  if (owner) chownSync(root, owner.uid, owner.gid)
  const options = { cwd: root, env: { ...process.env, LC_ALL: 'C', ...env }, ...owner }
  const data = path.join(root, 'data')
  const setUp = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  execFileSync(path.join(bin, 'initdb'), setUp, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })

  const set = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const run = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', ...set]
  const server = spawn(path.join(bin, 'postgres'), run, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  server.stderr.on('data', (data) => {
    said += data
  })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  while (!said.includes('ready to accept connections')) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL did not start: ${said}`)
    await setTimeout(20)
  }
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      server.kill('SIGINT')
      await ended
      rmSync(root, { recursive: true })
    },
  }
}
