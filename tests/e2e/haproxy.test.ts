import assert from 'node:assert/strict'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Agent } from 'node:http'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { publish } from '@/lib/postgres/publish'
import { startRowLog } from '@/lib/store/write/row-log'
import { ask } from '@/tools/soak/ask'
import { findFreePort } from '../free-port'
import { startReplicated } from '../postgres/servers'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { hasHaproxy, startHaproxy } from './haproxy'
import { startServer } from './site'

const visitors = 6

test('three servers behind HAProxy: one killed, one drained, the primary killed: no request fails', {
  skip: !hasHaproxy && 'haproxy is not installed',
}, async (t) => {
  const names = Array.from({ length: 40 }, (_, index) => `q${index}`)
  const library = new TemporaryLibrary(
    Object.fromEntries(
      names.map((name) => [`law/${name}.md`, toQuestionFile(`Why ${name}?`, {}, 'Because. '.repeat(200))]),
    ),
  )
  await library.compile()
  startRowLog(library.dbFile)
  const { primary, standby } = await startReplicated()
  await publish({ url: primary.url, dbFile: library.dbFile })
  const databaseUrl = primary.url.replace(/@([^/]+)/, (_, host) => `@${host},${new URL(standby.url).host}`)

  const servers: ChildProcess[] = []
  const ports = [await findFreePort(), await findFreePort(), await findFreePort()]
  const start = async (index: number) => {
    const environment = {
      DATABASE_URL: databaseUrl,
      DRAIN_SECONDS: '3',
      PORT: `${ports[index]}`,
      // All visits come from one address.
      SEARCH_MS_PER_MINUTE: '60000',
      TRUSTED_PROXIES: '1',
    }
    servers[index] = (await startServer('', library.dbFile, environment)).server
  }
  after(() => {
    for (const server of servers) server.kill('SIGKILL')
  })
  await Promise.all([...ports.keys()].map(start))

  const { url, plain, said, haproxy } = await startHaproxy(library.root, ports)
  const told = (sentence: string, from = 0) => said.slice(from).some((line) => line.includes(sentence))
  const waitFor = async (sentence: string, from = 0) => {
    for (let waited = 0; !told(sentence, from); waited += 20) {
      assert.ok(haproxy.exitCode === null && waited < 30_000, `“${sentence}” is not in:\n${said.join('\n')}`)
      await sleep(20)
    }
  }
  const isUp = (server: string, from: number) => waitFor(`Server web/${server} is UP`, from)
  for (let tried = 0; ; tried += 1) {
    if ((await fetch(`${url}/api/health/ready`).catch(() => undefined))?.ok) break
    assert.ok(tried < 100, said.join('\n'))
    await sleep(50)
  }

  // The first page takes longest: Next and the thread for answers load what they need.
  for (const port of ports) await (await fetch(`http://127.0.0.1:${port}/learn/law/questions/q0`)).text()

  const paths = ['/', '/learn/law', '/learn/law/a-z', ...names.map((name) => `/learn/law/questions/${name}`)]
  const failed: string[] = []
  let refused = 0
  const times: number[] = []
  const over = new AbortController()
  const agent = new Agent({ keepAlive: true })
  const visitor = async (_: unknown, number: number) => {
    for (let visit = number; !over.signal.aborted; visit += 7) {
      const path = visit % 30 === 29 ? `/api/search?q=q${visit % 40}` : (paths[visit % paths.length] as string)
      const from = performance.now()
      await ask(url + path, 'br', agent).then(
        // A server that has too much to do may say when to come again; HAProxy does not say that.
        ({ status, retryAfter }) => {
          if ([429, 503].includes(status) && retryAfter) refused += 1
          else if (status !== 200) failed.push(`${path} was answered ${status}`)
        },
        (error: Error) => failed.push(`${path}: ${error.message}`),
      )
      times.push(performance.now() - from)
      await sleep(10)
    }
  }
  const visits = Promise.all(Array.from({ length: visitors }, visitor))
  const phases: string[] = []
  const phase = async (name: string, work: () => Promise<unknown>) => {
    const [asked, bad] = [times.length, failed.length]
    await work()
    for (const enough = times.length + 150; times.length < enough; ) await sleep(20)
    const slowest = Math.round(Math.max(...times.slice(asked)))
    phases.push(`${name}: ${times.length - asked} requests, ${failed.length - bad} failed, the slowest ${slowest} ms`)
  }

  await phase('all servers', async () => undefined)
  await phase('one killed', async () => {
    const from = said.length
    servers[0]?.kill('SIGKILL')
    await waitFor('Server web/web1 is DOWN', from)
  })
  await phase('started again', async () => {
    const from = said.length
    await start(0)
    await isUp('web1', from)
  })
  await phase('one drained', async () => {
    const from = said.length
    const exit = once(servers[1] as ChildProcess, 'exit')
    servers[1]?.kill('SIGTERM')
    await waitFor('Server web/web2 is DOWN', from)
    assert.equal(servers[1]?.exitCode, null, 'HAProxy knows it before the server ends')
    assert.deepEqual(await exit, [0, null])
  })
  await phase('started again', async () => {
    const from = said.length
    await start(1)
    await isUp('web2', from)
  })
  await phase('the primary killed', () => primary.stop('SIGKILL'))
  over.abort()
  await visits
  agent.destroy()
  for (const line of phases) t.diagnostic(line)
  t.diagnostic(`refused with Retry-After, all in all: ${refused}`)
  assert.deepEqual(failed, [])

  const moved = await fetch(`${plain}/learn`, { redirect: 'manual' })
  assert.deepEqual([moved.status, moved.headers.get('location')?.replace(/:\d+/, '')], [308, 'https://127.0.0.1/learn'])
})
