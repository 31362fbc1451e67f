import assert from 'node:assert/strict'
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { test } from 'node:test'
import { findFreePort } from '../free-port'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

const library = new TemporaryLibrary({ 'law/a.md': toQuestionFile('Why?') })

/** `npm start` on the library, on a free port, once it is ready. */
async function start() {
  const port = await findFreePort()
  const npm = spawn('npm', ['start'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
    env: { ...process.env, CONTENT_DIR: library.contentDir, CONTENT_DB: library.dbFile, PORT: String(port) },
  })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    npm.stdout?.on('data', (data) => {
      said += data
      if (said.includes('Ready')) resolve()
    })
    npm.on('exit', (code) => reject(new Error(`npm start ended with status ${code}: ${said}`)))
  })
  return { port, npm }
}

const isFree = async (port: number) => {
  const server = createServer().listen(port)
  const free = await once(server, 'listening').then(
    () => true,
    () => false,
  )
  if (free) server.close()
  return free
}

const toChild = ({ pid }: ChildProcess) =>
  Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0])

const ways: Record<string, (npm: ChildProcess) => void> = {
  npm: (npm) => npm.kill('SIGTERM'),
  'what its shell became': (npm) => process.kill(toChild(npm), 'SIGTERM'),
  'the whole group of processes': (npm) => process.kill(-(npm.pid as number), 'SIGTERM'),
}

/** npm before 10.3 does not pass signals on: https://github.com/npm/run-script/releases/tag/v7.0.3 */
const passesSignals =
  execFileSync('npm', ['--version'], { encoding: 'utf8' }).localeCompare('10.3', 'en', { numeric: true }) >= 0

for (const [whom, tell] of Object.entries(ways)) {
  const skip = whom === 'npm' && !passesSignals
  test(`SIGTERM to ${whom} stops the site, and npm ends after it`, { skip }, async () => {
    const { port, npm } = await start()
    assert.equal((await fetch(`http://localhost:${port}/learn/law/questions/a`)).status, 200)
    const exit = once(npm, 'exit')
    tell(npm)
    await exit
    assert.ok(await isFree(port), 'npm waits until the server has ended')
  })
}

test('npm start -- --help says what it does, and serves nothing', async () => {
  const npm = spawn('npm', ['start', '--silent', '--', '--help'], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  npm.stdout.on('data', (data) => {
    said += data
  })
  assert.deepEqual(await once(npm, 'exit'), [0, null])
  assert.match(said, /^npm start \[/)
})
