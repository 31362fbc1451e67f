import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { after } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { findFreePort } from '../free-port'
import { readExample, writeCertificate } from '../postgres/example'
import type { Host } from '../postgres/network-hosts'

export const hasHaproxy = spawnSync('haproxy', ['-v']).status === 0

export type Haproxy = {
  /** Where it serves the site, and the plain HTTP address that redirects there. */
  url: string
  plain: string
  /** How many lines it has logged so far. */
  count: () => number
  /** Waits until it logs a sentence, searching from the given line on. */
  awaitSaid: (sentence: string, from?: number) => Promise<void>
}

/** HAProxy with deploy/haproxy.cfg, except for the path of its certificate; stops after the tests. */
export async function startHaproxy(folder: string, range: string, { address, prefix }: Host): Promise<Haproxy> {
  const [key, certificate] = ['learn.pem.key', 'learn.pem'].map((name) => path.join(folder, name)) as [string, string]
  writeCertificate(address, key, certificate)
  const config = readExample('haproxy.cfg', { range }).replace('/etc/haproxy/learn.pem', certificate)
  return run(folder, config, prefix, `https://${address}`, `http://${address}`)
}

/** HAProxy with deploy/haproxy.cfg, but on this machine and without TLS; stops after the tests. */
export async function startHaproxyHere(folder: string, servers: number[]): Promise<Haproxy> {
  const [plain, port] = [await findFreePort(), await findFreePort()]
  const config = servers.reduce(
    (text, server, index) => text.replaceAll(`10.0.0.1${index + 1}:3000`, `127.0.0.1:${server}`),
    readFileSync('deploy/haproxy.cfg', 'utf8')
      .replace('bind :80', `bind 127.0.0.1:${plain}`)
      .replace(/bind :443 .*/, `bind 127.0.0.1:${port}`),
  )
  return run(folder, config, [], `http://127.0.0.1:${port}`, `http://127.0.0.1:${plain}`)
}

async function run(folder: string, config: string, prefix: string[], url: string, plain: string): Promise<Haproxy> {
  const file = path.join(folder, 'haproxy.cfg')
  writeFileSync(file, config)
  const [program = 'haproxy', ...args] = [...prefix, 'haproxy', '-db', '-f', file]
  const haproxy: ChildProcess = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  after(() => haproxy.kill())
  const said: string[] = []
  for (const output of [haproxy.stdout, haproxy.stderr]) {
    if (output) createInterface(output).on('line', (line) => said.push(line))
  }
  const awaitSaid = async (sentence: string, from = 0) => {
    for (let waited = 0; !said.slice(from).some((line) => line.includes(sentence)); waited += 20) {
      if (haproxy.exitCode !== null || waited > 30_000) throw new Error(`“${sentence}” is not in:\n${said.join('\n')}`)
      await sleep(20)
    }
  }
  while ((await fetch(plain, { redirect: 'manual' }).catch(() => true)) === true) {
    if (haproxy.exitCode !== null) throw new Error(`HAProxy did not start:\n${said.join('\n')}`)
    await sleep(20)
  }
  return { url, plain, count: () => said.length, awaitSaid }
}
