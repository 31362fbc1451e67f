import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { toGroup } from '@/scripts/test'

const folder = mkdtempSync(path.join(tmpdir(), 'groups-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const files = {
  'quick.mjs': `import { after, test } from 'node:test'
after(() => console.error('after quick'))
test('quick', () => console.error('quick'))`,
  'awaits.mjs': `import { after, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
await setTimeout(200)
after(() => console.error('after awaits'))
test('awaits', () => console.error('awaits'))`,
  'breaks.mjs': `throw new Error('cannot be loaded')`,
}
for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text)

function run(...names: (keyof typeof files)[]) {
  const group = path.join(folder, 'group.mjs')
  writeFileSync(group, toGroup(names.map((name) => `./${name}`)))
  return spawnSync(process.execPath, [group], { encoding: 'utf8' })
}

test('the hooks of a group run once all tests have run, whatever its files wait for while they load', () => {
  const { status, stderr } = run('quick.mjs', 'awaits.mjs')
  assert.equal(stderr, 'quick\nawaits\nafter quick\nafter awaits\n')
  assert.equal(status, 0)
})

test('a group with a file that cannot be loaded fails', () => {
  assert.notEqual(run('quick.mjs', 'breaks.mjs').status, 0)
})
