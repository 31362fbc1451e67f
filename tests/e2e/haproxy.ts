import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { after } from 'node:test'
import { findFreePort } from '../free-port'

export const hasHaproxy = spawnSync('haproxy', ['-v']).status === 0

/** HAProxy with deploy/haproxy.cfg, but on this machine and without TLS; ends with the tests. Gives what it says too. */
export async function startHaproxy(folder: string, servers: number[]) {
  const [plain, port] = [await findFreePort(), await findFreePort()]
  const config = servers.reduce(
    (text, server, index) => text.replaceAll(`10.0.0.1${index + 1}:3000`, `127.0.0.1:${server}`),
    readFileSync('deploy/haproxy.cfg', 'utf8')
      .replace('bind :80', `bind 127.0.0.1:${plain}`)
      .replace(/bind :443 .*/, `bind 127.0.0.1:${port}`),
  )
  const file = path.join(folder, 'haproxy.cfg')
  writeFileSync(file, config)
  const haproxy: ChildProcess = spawn('haproxy', ['-db', '-f', file], { stdio: ['ignore', 'pipe', 'pipe'] })
  after(() => haproxy.kill())
  const said: string[] = []
  for (const output of [haproxy.stdout, haproxy.stderr]) {
    if (output) createInterface(output).on('line', (line) => said.push(line))
  }
  return { url: `http://127.0.0.1:${port}`, plain: `http://127.0.0.1:${plain}`, said, haproxy }
}
