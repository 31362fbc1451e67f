import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { serveCommand } from '@/scripts/serve-command'

const start = (environment: Record<string, string>) =>
  spawnSync(process.execPath, serveCommand, { encoding: 'utf8', env: { ...process.env, ...environment } })

test('a server without a library does not start, and says why', () => {
  const { status, stdout } = start({ CONTENT_DB: '/nowhere/content.db' })
  assert.equal(status, 3)
  // Next may say something of its own before.
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
    assert.match(stderr, new RegExp(`^A setting in the environment cannot be used\\. ${name}="${value}": [^\\n]+\\n$`))
  })
}
