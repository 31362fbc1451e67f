import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'

test('the project’s own content passes the check, run as a person runs it', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'own-'))
  after(() => rmSync(root, { recursive: true, force: true }))
  const env = { ...process.env, CONTENT_DIR: 'content', CONTENT_DB: path.join(root, 'content.db') }
  const flags = ['--import', 'tsx', 'scripts/check.ts']
  const { status, stdout, stderr } = spawnSync(process.execPath, flags, { encoding: 'utf8', env })
  // Warnings are for an author to weigh, so the test fails only if the check does.
  assert.equal(status, 0, `Fix what “npm run check” finds:\n${stdout}${stderr}`)
  assert.match(stderr, / files checked: 0 errors, /)
})
