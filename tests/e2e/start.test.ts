import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { serveCommand } from '@/scripts/serve-command'
import { findFreePort } from '../free-port'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

const start = (environment: Record<string, string>) =>
  spawnSync(process.execPath, serveCommand, { encoding: 'utf8', env: { ...process.env, ...environment } })

test('a server without a library does not start, and says why', () => {
  const { status, stdout } = start({ CONTENT_DB: '/nowhere/content.db' })
  assert.equal(status, 3)
  // Next may print something first.
  const { level, msg } = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')
  assert.equal(level, 'fatal')
  assert.match(msg, /\/nowhere\/content\.db/)
})

for (const [name, value] of [
  ['TRUSTED_PROXIES', 'one'],
  ['PAGE_CACHE_MB', '-1'],
  ['SEARCHES_PER_MINUTE', 'many'],
] as const) {
  test(`a server with ${name}=${value} does not start, and says so in one sentence`, () => {
    const { status, stdout, stderr } = start({ [name]: value })
    assert.deepEqual([status, stdout], [2, ''])
    assert.match(stderr, new RegExp(`^Invalid settings in the environment\\. ${name}="${value}": [^\\n]+\\n$`))
  })
}

test('a server starts and serves even if nobody reads its output', async () => {
  const library = new TemporaryLibrary({ 'law/a.md': toQuestionFile('What is a tort?') })
  await library.compile()
  const port = String(await findFreePort())
  const env = { ...process.env, CONTENT_DB: library.dbFile, PORT: port }
  const server = spawn(process.execPath, serveCommand, { stdio: ['ignore', 'pipe', 'pipe'], env })
  server.stdout.destroy()
  server.stderr.destroy()
  const ended = once(server, 'exit')
  const ask = () => fetch(`http://localhost:${port}/learn/law/questions/a`).catch(() => setTimeout(50))
  let answer = await ask()
  while (!answer && server.exitCode === null) answer = await ask()
  assert.equal(answer?.status, 200)
  server.kill()
  assert.deepEqual(await ended, [0, null])
})
