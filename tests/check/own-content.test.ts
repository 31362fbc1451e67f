import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { spawnCheck } from './run-check'

test('the project’s own content breaks no rule', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'own-'))
  after(() => rmSync(root, { recursive: true, force: true }))
  const { status, stdout } = spawnCheck(root, '--content', 'content')
  assert.equal(stdout, '')
  assert.equal(status, 0)
})
