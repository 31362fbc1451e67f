import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { publish } from '@/lib/postgres/publish'
import { startRowLog } from '@/lib/store/write/row-log'
import { query } from '../postgres/query'
import { TemporaryLibrary, toQuestionFile } from '../temporary-library'
import { hasHaproxy } from './haproxy'
import { startMachines } from './machines'
import { Visitors } from './visitors'

/** In milliseconds, as in deploy/haproxy.cfg. */
const serverTimeout = 30_000

const names = Array.from({ length: 40 }, (_, index) => `q${index}`)
const toPath = (name: string) => `/learn/law/questions/${name}`
const paths = ['/', '/learn/law', '/learn/law/a-z', ...names.map(toPath)]

test('three servers behind HAProxy: machines are killed, drained and cut off, and no request fails that could be answered', {
  skip: !hasHaproxy && 'haproxy is not installed',
}, async (t) => {
  const say = (line: string) => t.diagnostic(line)
  const files = names.map((name) => [`law/${name}.md`, toQuestionFile(`Why ${name}?`, {}, 'Because. '.repeat(200))])
  const library = new TemporaryLibrary(Object.fromEntries(files))
  await library.compile()
  startRowLog(library.dbFile)
  const publishTo = (url: string) => publish({ url, dbFile: library.dbFile })
  const machines = await startMachines(library.root, say, ({ publisherUrl }) => publishTo(publisherUrl).then(() => {}))
  const { web, haproxy, primary, standby, network } = machines
  const [web1, web2, web3] = web

  const read = async (url: string) => (await fetch(url)).text()
  /** Makes each server cache all pages. */
  const warm = async () => {
    for (const path of paths) await Promise.all(web.map(({ url }) => read(url + path)))
  }
  const isAnswered = async (url: string) => (await fetch(url).catch(() => undefined))?.status === 404
  /** Waits until each server reads from PostgreSQL. */
  const awaitReads = async () => {
    for (const { url } of web) while (!(await isAnswered(`${url}${toPath('none')}`))) await sleep(20)
  }
  await warm()
  const visitors = new Visitors(haproxy.url, paths, names)
  t.after(() => visitors.stop())
  const until = async (server: string, state: 'UP' | 'DOWN', work: () => unknown) => {
    const from = haproxy.count()
    await work()
    await haproxy.awaitSaid(`Server web/${server} is ${state}`, from)
  }

  await visitors.during('all servers', async () => undefined)
  await visitors.during('one killed', () => until('web1', 'DOWN', () => web1.process.kill('SIGKILL')))
  await visitors.during('started again', () => until('web1', 'UP', web1.start))
  await visitors.during('one drained', async () => {
    const exit = once(web2.process, 'exit')
    await until('web2', 'DOWN', () => web2.process.kill('SIGTERM'))
    assert.equal(web2.process.exitCode, null, 'HAProxy notices before the server ends')
    assert.deepEqual(await exit, [0, null])
  })
  await visitors.during('started again', () => until('web2', 'UP', web2.start))

  if (network) {
    const { hosts } = network
    await visitors.during('one cut off', () => until('web3', 'DOWN', hosts.web3.cut))
    await visitors.during('connected again', () => until('web3', 'UP', hosts.web3.reconnect))
    await visitors.during('one cut off in the midst of answers', async () => {
      web3.process.kill('SIGSTOP')
      const asked = Array.from({ length: 12 }, () => visitors.visit({ path: '/', expected: 200, isCached: true }))
      await sleep(100)
      await until('web3', 'DOWN', hosts.web3.cut)
      await Promise.all(asked)
    })
    await visitors.during('connected again', async () => {
      web3.process.kill('SIGCONT')
      await until('web3', 'UP', hosts.web3.reconnect)
    })
    const databases = [hosts.primary, hosts.standby]
    await visitors.during('one loses the databases', () =>
      until('web3', 'DOWN', () => databases.forEach(hosts.web3.lose)),
    )
    assert.equal(await visitors.during('the others read them', async () => undefined), 0)
    await visitors.during('it finds them again', () => until('web3', 'UP', () => databases.forEach(hosts.web3.find)))
  }

  await warm()
  await visitors.during('the primary killed', () => primary.stop('SIGKILL'))
  await visitors.during('the primary started again', () => primary.start())
  if (network) {
    const { hosts } = network
    await visitors.during('the standby cut off, which is read', async () => hosts.standby.cut())
    await visitors.during('connected again', async () => hosts.standby.reconnect())
    await visitors.during('the primary cut off, which is read', async () => hosts.primary.cut())
  } else {
    await primary.stop('SIGKILL')
  }
  await visitors.during('the standby promoted, an edit published', async () => {
    await query(standby.url, 'SELECT pg_promote()')
    library.write('law/q0.md', toQuestionFile('Why after all?'))
    await library.compile()
    await publishTo(machines.publisherUrl)
    for (const { url } of web) while (!(await read(url + toPath('q0'))).includes('Why after all?')) await sleep(20)
  })
  await warm()
  await visitors.during('both databases away, one killed', () => standby.stop('SIGKILL'), true)
  await visitors.during('started again', async () => {
    await standby.start()
    await awaitReads()
  })
  if (network) {
    const { hosts } = network
    await visitors.during('both databases away, both silent', async () => hosts.standby.cut(), true)
    await visitors.during('connected again', async () => {
      hosts.standby.reconnect()
      await awaitReads()
    })
  }
  await visitors.stop()
  for (const line of visitors.report) say(line)
  assert.deepEqual(visitors.failed, [])
  assert.ok(visitors.slowest < serverTimeout, 'no visitor waits for HAProxy’s timeout of a server that hangs')

  const moved = await fetch(`${haproxy.plain}/learn`, { redirect: 'manual' })
  const host = new URL(haproxy.url).hostname
  assert.deepEqual([moved.status, moved.headers.get('location')?.replace(/:\d+/, '')], [308, `https://${host}/learn`])
})
