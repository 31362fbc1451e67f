import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, get, type IncomingMessage } from 'node:http'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { serveCommand } from '@/scripts/serve-command'
import { findFreePort } from '../free-port'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'

const library = new TemporaryLibrary({ 'law/a.md': toQuestionFile('Why a?') })
await library.compile()
const port = await findFreePort()
const metricsPort = await findFreePort()

/** `npm start` without its preparation: two servers on one port. */
const code = `import { supervise } from './scripts/supervise.mjs'
process.exit(await supervise(${JSON.stringify({
  prepare: ['--eval', ''],
  serve: serveCommand,
  count: 2,
  firstDelay: 500,
  longestDelay: 500,
  steadyAfter: 60_000,
})}))`
const supervisor = spawn(process.execPath, ['--input-type=module', '--eval', code], {
  env: {
    ...process.env,
    CONTENT_DIR: library.contentDir,
    CONTENT_DB: library.dbFile,
    PORT: String(port),
    METRICS_PORT: String(metricsPort),
    SEARCHES_PER_MINUTE: '10',
    npm_lifecycle_event: '',
  },
  stdio: ['ignore', 'pipe', 'inherit'],
})
const ended = once(supervisor, 'exit')
after(() => supervisor.kill('SIGKILL'))

const said: { msg: string; worker?: number; pid?: number }[] = []
// Next prints lines of its own, which are not JSON.
createInterface(supervisor.stdout).on('line', (line) => line.startsWith('{') && said.push(JSON.parse(line)))

async function waitUntil(isSo: () => boolean | Promise<boolean>) {
  while (!(await isSo())) {
    assert.equal(supervisor.exitCode, null, 'the servers must run until they are told to stop')
    await sleep(20)
  }
}

const listReady = () => said.filter(({ msg }) => msg === 'Ready.')

type Connection = { agent: Agent; worker: number }

const page = '/learn/law/questions/a'

/** Sends a request over a keep-alive connection. */
async function ask(agent: Agent, path: string) {
  const [response] = (await once(get({ agent, port, path }), 'response')) as [IncomingMessage]
  return { status: response.statusCode, body: await text(response) }
}

/** How many liveness checks a worker has answered: each has metrics of its own. */
async function countAnswers(worker: number): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${metricsPort + worker}/metrics`)
  const counted = /^http_requests_total\{kind="health",status="200",.*\} (\d+)$/m.exec(await response.text())
  return Number(counted?.[1] ?? 0)
}

/** Two keep-alive connections, each to a different worker: the process that accepts them distributes them in turn. */
async function connectToEach(): Promise<Connection[]> {
  const connections: Connection[] = []
  for (const _ of [0, 1]) {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    after(() => agent.destroy())
    const before = await Promise.all([countAnswers(0), countAnswers(1)])
    await ask(agent, '/api/health/live')
    await waitUntil(async () => (await countAnswers(0)) + (await countAnswers(1)) > before[0] + before[1])
    connections.push({ agent, worker: (await countAnswers(0)) > before[0] ? 0 : 1 })
  }
  return connections
}

test('two servers share a port: each answers, and each has its own metrics', async () => {
  await waitUntil(() => listReady().length === 2)
  assert.deepEqual(
    listReady()
      .map(({ worker }) => worker)
      .sort(),
    [0, 1],
  )
  const connections = await connectToEach()
  assert.deepEqual(connections.map(({ worker }) => worker).sort(), [0, 1])
  for (const { agent } of connections) assert.equal((await ask(agent, page)).status, 200)
})

test('an edit is visible on both', async () => {
  const connections = await connectToEach()
  for (const { agent } of connections) assert.doesNotMatch((await ask(agent, page)).body, /A better answer/)
  library.write('law/a.md', toQuestionFile('Why a?', {}, 'A better answer.'))
  await library.compile()
  await sleep(300)
  for (const { agent } of connections) assert.match((await ask(agent, page)).body, /A better answer/)
})

test('the rate limit for searches applies to both together', async () => {
  const connections = await connectToEach()
  const statuses: (number | undefined)[] = []
  for (let search = 0; search < 7; search += 1) {
    for (const { agent } of connections) statuses.push((await ask(agent, `/api/search?q=w${search}`)).status)
  }
  assert.deepEqual(statuses, [...Array(10).fill(200), ...Array(4).fill(429)])
})

test('a killed one is replaced, and no request to the other fails', async () => {
  const connections = await connectToEach()
  const [killed, other] = connections as [Connection, Connection]
  const pid = listReady().find(({ worker }) => worker === killed.worker)?.pid as number
  const before = listReady().length
  process.kill(pid, 'SIGKILL')
  let answered = 0
  while (listReady().length === before) {
    assert.equal((await ask(other.agent, page)).status, 200)
    answered += 1
    await sleep(5)
  }
  assert.ok(answered > 50)
  const sentence = said.find(({ msg }) => msg.includes('SIGKILL'))?.msg
  assert.match(sentence ?? '', new RegExp(`^Server ${killed.worker + 1} of 2 was killed by SIGKILL after \\d+ s\\.`))
  assert.equal(listReady().at(-1)?.worker, killed.worker)
  const again = await connectToEach()
  assert.deepEqual(again.map(({ worker }) => worker).sort(), [0, 1])
})

test('SIGTERM lets both finish, and stops everything', async () => {
  const connections = await connectToEach()
  library.write('law/a.md', toQuestionFile('Why a?', {}, 'Because. '.repeat(3_000)))
  await library.compile()
  await sleep(300)
  const answers = connections.map(async ({ agent }) => {
    const request = get({ agent, port, path: page, headers: { expect: '100-continue' } })
    const answer = once(request, 'response').then(async ([response]) => text(response))
    await once(request, 'continue')
    return answer
  })
  const begun = Promise.all(answers)
  await sleep(0)
  supervisor.kill('SIGTERM')
  for (const body of await begun) assert.match(body, /<\/html>$/)
  assert.deepEqual(await ended, [0, null])
  await assert.rejects(fetch(`http://localhost:${port}`))
})
