import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'

const folder = mkdtempSync(path.join(tmpdir(), 'supervise-'))
after(() => rmSync(folder, { recursive: true, force: true }))

let number = 0

/** A file in which the processes of a test record what they did, one line each. */
const toNotes = () => path.join(folder, String(number++))

/** Node's arguments for a process that first records `name` and its arguments; `runs` counts its runs, this one included. */
function toProcess(notes: string, name: string, run: string): string[] {
  const code = `const fs = require('node:fs')
const note = (line) => fs.appendFileSync(${JSON.stringify(notes)}, line + '\\n')
note(['${name}', ...process.argv.slice(1)].join(' '))
const runs = fs.readFileSync(${JSON.stringify(notes)}, 'utf8').split('\\n').filter((line) => line.startsWith('${name}')).length
${run}`
  return ['--eval', code, '--']
}

type Processes = { prepare?: string; serve: string; steadyAfter?: number; env?: Record<string, string> }

/** Runs a supervisor, in a process of its own, of processes that run these lines. */
function start(notes: string, { prepare = '', serve, steadyAfter = 60_000, env }: Processes) {
  const plan = {
    prepare: toProcess(notes, 'prepare', prepare),
    serve: toProcess(notes, 'serve', serve),
    firstDelay: 1,
    longestDelay: 20,
    steadyAfter,
  }
  const code = `import { supervise } from './scripts/supervise.mjs'\nprocess.exit(await supervise(${JSON.stringify(plan)}))`
  const supervisor = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, npm_lifecycle_event: '', ...env },
  })
  const reading = text(supervisor.stdout as NonNullable<typeof supervisor.stdout>).then(toMessages)
  const ended = Promise.all([once(supervisor, 'exit'), reading]).then(([[code, signal], said]) => ({
    code,
    signal,
    said,
  }))
  // A test that closes the output cannot read it.
  ended.catch(() => {})
  return { supervisor, ended }
}

/** The messages of a log's lines. */
const toMessages = (log: string) =>
  log.split('\n').flatMap((line) => {
    if (!line) return []
    const { level, time, msg } = JSON.parse(line)
    assert.ok(['warn', 'error'].includes(level) && Date.parse(time) > 0, line)
    return [msg as string]
  })

const readNotes = (notes: string) => (existsSync(notes) ? readFileSync(notes, 'utf8').trimEnd().split('\n') : [])

async function waitFor(notes: string, line: string) {
  while (!readNotes(notes).includes(line)) await new Promise((resolve) => setTimeout(resolve, 10))
}

test('a server that crashes is restarted, and the reason is logged', async () => {
  const notes = toNotes()
  const { code, said } = await start(notes, {
    serve: 'if (runs === 1) process.abort(); process.exit(runs === 2 ? 7 : 0)',
  }).ended
  assert.equal(code, 0)
  assert.deepEqual(readNotes(notes), ['prepare', 'serve', 'serve', 'serve'])
  assert.equal(said.length, 2)
  assert.match(said[0] ?? '', /^The server was killed by SIGABRT after \d+ s\. It will be restarted in 0\.001 s\.$/)
  assert.match(said[1] ?? '', /^The server exited with status 7 after \d+ s\. It will be restarted in 0\.002 s\.$/)
})

test('a server that crashes is restarted even if nobody reads the log any more', async () => {
  const notes = toNotes()
  const { supervisor } = start(notes, { serve: 'process.exit(runs < 3 ? 7 : 0)' })
  supervisor.stdout?.destroy()
  assert.deepEqual(await once(supervisor, 'exit'), [0, null])
  assert.deepEqual(readNotes(notes), ['prepare', 'serve', 'serve', 'serve'])
})

test('after two crashes of native code in a row the store is checked', async () => {
  const notes = toNotes()
  const { code } = await start(notes, { serve: 'if (runs < 3) process.abort()' }).ended
  assert.equal(code, 0)
  assert.deepEqual(readNotes(notes), ['prepare', 'serve', 'serve', 'prepare --check-store', 'serve'])
})

test('if a server cannot read its store, the store is compiled before the server is restarted', async () => {
  const notes = toNotes()
  const { code } = await start(notes, { serve: 'process.exit(runs === 1 ? 3 : 0)' }).ended
  assert.equal(code, 0)
  assert.deepEqual(readNotes(notes), ['prepare', 'serve', 'prepare', 'serve'])
})

test('a server that ran for long is restarted as soon as after its first crash', async () => {
  const notes = toNotes()
  const { said } = await start(notes, { serve: 'process.exit(runs < 4 ? 1 : 0)', steadyAfter: 0 }).ended
  assert.deepEqual(
    said.map((sentence) => sentence.match(/in [\d.]+ s/)?.[0]),
    Array(3).fill('in 0.001 s'),
  )
})

test('wrong use, by the server or the preparation, exits with status 2 without a restart', async () => {
  const notes = toNotes()
  assert.equal((await start(notes, { serve: 'process.exit(2)' }).ended).code, 2)
  assert.deepEqual(readNotes(notes), ['prepare', 'serve'])
  const others = toNotes()
  assert.equal((await start(others, { prepare: 'process.exit(2)', serve: '' }).ended).code, 2)
  assert.deepEqual(readNotes(others), ['prepare'])
})

test('if native code crashes the preparation, the store is rebuilt', async () => {
  const notes = toNotes()
  const { code, said } = await start(notes, { prepare: 'if (runs === 1) process.abort()', serve: '' }).ended
  assert.equal(code, 0)
  assert.deepEqual(readNotes(notes), ['prepare', 'prepare --rebuild', 'serve'])
  assert.match(said.join(), /SIGABRT: the content store is rebuilt/)
})

/** Records that it is told to stop, and exits a moment later, like a server that finishes its answers. */
const stops = `const stop = (why) => { note('told by ' + why); setTimeout(() => { note('ended'); process.exit(0) }, 100) }
process.on('SIGTERM', () => stop('SIGTERM'))
process.on('SIGINT', () => stop('SIGINT'))
process.on('disconnect', () => stop('disconnect'))
note('ready')
setInterval(() => {}, 1000)`

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} reaches the server, which stops in its own time`, async () => {
    const notes = toNotes()
    const { supervisor, ended } = start(notes, { serve: stops })
    await waitFor(notes, 'ready')
    supervisor.kill(signal)
    assert.deepEqual(await ended, { code: 0, signal: null, said: [] })
    assert.deepEqual(readNotes(notes).slice(-2), [`told by ${signal}`, 'ended'])
  })
}

test('a server whose supervisor is killed notices by the IPC channel', async () => {
  const notes = toNotes()
  const { supervisor } = start(notes, { serve: stops })
  await waitFor(notes, 'ready')
  supervisor.kill('SIGKILL')
  await waitFor(notes, 'ended')
  assert.ok(readNotes(notes).includes('told by disconnect'))
})

test('while it waits to restart the server, it stops immediately', async () => {
  const notes = toNotes()
  const { supervisor, ended } = start(notes, { serve: "process.on('exit', () => note('gone')); process.exit(1)" })
  await waitFor(notes, 'gone')
  supervisor.kill('SIGTERM')
  const { signal } = await ended
  assert.equal(signal, null)
})

test('started by npm, it stops the server when npm’s shell is gone', async () => {
  const notes = toNotes()
  const plan = { prepare: toProcess(notes, 'prepare', ''), serve: toProcess(notes, 'serve', stops) }
  const code = `import { supervise } from './scripts/supervise.mjs'\nprocess.exit(await supervise({ ...${JSON.stringify(plan)}, firstDelay: 1, longestDelay: 1, steadyAfter: 1 }))`
  const shell: ChildProcess = spawn('sh', ['-c', '"$NODE" --input-type=module --eval "$CODE"; exit $?'], {
    stdio: 'ignore',
    env: { ...process.env, NODE: process.execPath, CODE: code, npm_lifecycle_event: 'start' },
  })
  await waitFor(notes, 'ready')
  shell.kill('SIGKILL')
  await waitFor(notes, 'ended')
  assert.ok(readNotes(notes).includes('told by SIGTERM'))
})
