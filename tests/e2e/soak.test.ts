import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseSettings } from '@/lib/core/settings'
import { main } from '@/tools/soak/soak'
import { troubles } from '@/tools/soak/troubles'
import { findFreePort } from '../free-port'
import { runCommand } from '../run-command'

test('a small site survives each kind of trouble as promised', async () => {
  const settings = parseSettings({ PORT: String(await findFreePort()) })
  const { status, stdout } = await runCommand(main, ['--seconds', '1', '--count', '150', '--json'], settings)
  const report = JSON.parse(stdout)
  assert.deepEqual(report.wrong, [])
  assert.equal(status, 0)
  assert.deepEqual(report.troubles, Object.fromEntries(troubles.map(({ name }) => [name, 1])))
  assert.ok(report.statuses.question[200] > 0 && report.statuses['not found'][404] > 0, stdout)
  assert.equal(report.outages.length, 2)
  assert.ok(report.memory.peak.sharedOnce > 0)
})
