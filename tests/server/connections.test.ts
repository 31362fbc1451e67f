import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { createServer } from '@/lib/server/create-server'
import { type ConnectionLimits, connectionLimits } from '@/lib/server/limits'

type Respond = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

async function listen(respond: Respond, limits: Partial<ConnectionLimits> = {}) {
  const server = createServer(respond, { ...connectionLimits, ...limits }).listen(0)
  after(() => {
    server.closeAllConnections()
    server.close()
  })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const open = async (sent = '') => {
    const socket = connect(port, 'localhost')
    after(() => socket.destroy())
    socket.on('error', () => {})
    await once(socket, 'connect')
    socket.write(sent)
    return socket
  }
  /** Waits until this many connections are open. */
  const countTo = async (expected: number) => {
    const count = () =>
      new Promise<number>((resolve, reject) => server.getConnections((e, n) => (e ? reject(e) : resolve(n))))
    while ((await count()) !== expected) await sleep(10)
  }
  return { url: `http://localhost:${port}`, open, countTo }
}

const get = (path = '/') => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`

const closed = (socket: Socket) => socket.destroyed || once(socket.resume(), 'close')

async function countBytes(socket: Socket): Promise<number> {
  let bytes = 0
  socket.on('data', (data) => {
    bytes += data.length
  })
  await closed(socket)
  return bytes
}

/** More than operating systems buffer for one connection. */
const large = Buffer.alloc(32 * 1024 * 1024)

test('connections with thousands of pipelined requests that read nothing are closed, others are answered', async () => {
  let answers = 0
  const site = await listen((_, response) => {
    answers += 1
    response.end(Buffer.alloc(200_000))
  })
  await Promise.all(Array.from({ length: 25 }, () => site.open(get().repeat(2_400))))
  await site.countTo(0)
  assert.ok(answers <= 25 * (1 + connectionLimits.maxPipelined), `${answers} answers were begun`)
  assert.equal((await (await fetch(site.url)).arrayBuffer()).byteLength, 200_000)
})

test('pipelined requests are answered in turn, one at a time', async () => {
  let [now, max] = [0, 0]
  const site = await listen(async ({ url }, response) => {
    now += 1
    max = Math.max(max, now)
    await sleep(1)
    now -= 1
    response.end(`<${url}>`)
  })
  const paths = Array.from({ length: connectionLimits.maxPipelined }, (_, index) => `/${index}`)
  const socket = await site.open(paths.map(get).join(''))
  let received = ''
  for await (const data of socket) {
    received += data
    if (received.includes('</15>')) break
  }
  assert.deepEqual(
    [...received.matchAll(/<(.*?)>/g)].map(([, path]) => path),
    paths,
  )
  assert.equal(max, 1)
})

test('a connection that does not read its answer in time is closed', async () => {
  const site = await listen((_, response) => void response.end(large), { readTimeout: 300, readCheckInterval: 20 })
  await site.open(get())
  await site.countTo(1)
  await site.countTo(0)
})

test('a client that reads gets the whole answer, however large', async () => {
  const site = await listen((_, response) => void response.end(large), { readCheckInterval: 5 })
  assert.equal((await (await fetch(site.url)).arrayBuffer()).byteLength, large.length)
})

test('if too much is unsent in all, the slowest connection is closed first', async () => {
  const site = await listen((_, response) => void response.writeHead(200, { connection: 'close' }).end(large), {
    readCheckInterval: 20,
    maxUnsentBytes: 1.5 * large.length,
  })
  const first = await site.open(get())
  // Its answer has been waiting for a while when the second connection opens.
  await once(first, 'readable')
  await sleep(100)
  const second = await site.open(get())
  await site.countTo(2)
  await site.countTo(1)
  assert.ok((await countBytes(second)) > large.length)
  assert.ok((await countBytes(first)) < large.length)
})

test('a request that is not finished in time gets an error, and is closed', async () => {
  const site = await listen((_, response) => void response.end('It.'), {
    headersTimeout: 100,
    requestTimeout: 300,
    requestCheckInterval: 20,
  })
  const slow = await Promise.all([
    site.open('GET / HTTP/1.1\r\nHost: a\r\nX-Slow:'),
    site.open(''),
    site.open('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf'),
  ])
  const answers = await Promise.all(slow.map(text))
  assert.match(answers[0] as string, /^HTTP\/1\.1 408 /)
  assert.match(answers[1] as string, /^HTTP\/1\.1 408 /)
})

test('with 300 slow readers and 300 slow senders, everybody else is answered', async () => {
  const site = await listen(({ url }, response) => void response.end(url === '/large' ? large : 'It.'))
  for (let count = 0; count < 300; count += 1) {
    const [reader] = await Promise.all([site.open(get('/large')), site.open('GET / HTTP/1.1\r\nHost:')])
    reader.pause()
  }
  for (let count = 0; count < 20; count += 1) assert.equal(await (await fetch(site.url)).text(), 'It.')
})

test('connections beyond the limit are closed immediately', async () => {
  const site = await listen((_, response) => void response.end('It.'), { maxConnections: 5 })
  const open = await Promise.all(Array.from({ length: 5 }, () => site.open()))
  await site.countTo(5)
  const sixth = await site.open(get())
  assert.equal(await text(sixth).catch(() => ''), '')
  open[0]?.write(get())
  const [data] = await once(open[0] as Socket, 'data')
  assert.match(String(data), /It\./)
})

test('if connections are scarce, idle ones are closed', async () => {
  const site = await listen((_, response) => void response.end('It.'), { maxConnections: 6, crowdedConnections: 5 })
  const idle = await Promise.all(Array.from({ length: 4 }, () => site.open(get())))
  await Promise.all(idle.map((socket) => once(socket, 'data')))
  const fifth = await site.open(get())
  assert.match(String(await once(fifth, 'data')), /It\./)
  await Promise.all(idle.map(closed))
  await site.countTo(1)
})

test('if connections are scarce, those that are sending a request or waiting for an answer stay open', async () => {
  let finish = () => {}
  const slow = new Promise<void>((resolve) => {
    finish = resolve
  })
  const respond: Respond = async ({ url }, response) => {
    if (url === '/slow') await slow
    response.end(`<${url}>`)
  }
  const site = await listen(respond, { maxConnections: 7, crowdedConnections: 5 })
  const [silent, half, waiting, idle] = (await Promise.all(
    ['', get('/half').slice(0, 20), get('/quick') + get('/slow'), get()].map(site.open),
  )) as [Socket, Socket, Socket, Socket]
  await Promise.all([waiting, idle].map((socket) => once(socket, 'data')))
  const fifth = await site.open(get('/fifth'))
  await closed(idle)
  silent.write(get('/silent'))
  half.write(get('/half').slice(20))
  finish()
  const answers = await Promise.all([silent, half, waiting, fifth].map((socket) => once(socket, 'data')))
  assert.deepEqual(
    answers.map((data) => /<.*>/.exec(String(data))?.[0]),
    ['</silent>', '</half>', '</slow>', '</fifth>'],
  )
})
