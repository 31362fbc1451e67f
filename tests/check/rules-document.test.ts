import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { toRulesDocument } from '@/lib/check/rules-document'

test('docs/rules.md is what “npm run rules” generates from the rules', () => {
  assert.equal(readFileSync('docs/rules.md', 'utf8'), toRulesDocument())
})
