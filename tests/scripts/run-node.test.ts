import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'

const ways: Record<string, (parent: ChildProcess) => void> = {
  SIGTERM: (parent) => parent.kill('SIGTERM'),
  SIGINT: (parent) => parent.kill('SIGINT'),
  SIGHUP: (parent) => parent.kill('SIGHUP'),
  'the end of its supervisor': (parent) => parent.disconnect(),
}

for (const [what, tell] of Object.entries(ways)) {
  test(`a Node program ends with the process that runs it: ${what}`, async () => {
    // The output ends when no process is left that could write to it.
    const program = `console.log('begun'); setInterval(() => {}, 1000)`
    const code = `import { runNode } from './scripts/run-node'
process.exitCode = await runNode(['--eval', ${JSON.stringify(program)}])`
    const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', code], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    })
    await once(parent.stdout as NodeJS.ReadableStream, 'data')
    const ended = once(parent.stdout as NodeJS.ReadableStream, 'end')
    parent.stdout?.resume()
    tell(parent)
    await ended
    assert.notEqual(parent.exitCode ?? (await once(parent, 'exit'))[0], 0)
  })
}
