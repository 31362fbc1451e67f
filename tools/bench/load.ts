import { Agent, get } from 'node:http'
import { connect, type Socket } from 'node:net'
import type { Edit } from './libraries'

/** The milliseconds that each address took, one after the other over one connection. */
export async function timeEach(url: string, addresses: string[]): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const times: number[] = []
  for (const address of addresses) times.push(await timeOne(url + address, agent))
  agent.destroy()
  return times
}

function timeOne(url: string, agent: Agent, headers: Record<string, string> = {}): Promise<number> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}.`))
      response.resume()
      response.on('end', () => resolve(performance.now() - started))
    })
    request.on('error', reject)
  })
}

/** Visits addresses as browsers do, compressed, several at a time; returns visits a second. */
export async function visitAll(url: string, addresses: string[], atOnce: number): Promise<number> {
  const queue = addresses[Symbol.iterator]()
  // node:http costs half as much as fetch: the client must not take the processor from the server.
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const started = performance.now()
  const visitor = async () => {
    for (const address of queue) await timeOne(url + address, agent, { 'accept-encoding': 'gzip, deflate, br' })
  }
  await Promise.all(Array.from({ length: atOnce }, visitor))
  agent.destroy()
  return addresses.length / ((performance.now() - started) / 1000)
}

/**
 * Responses a second for one address over keep-alive connections, each of which sends the next request as soon as it has its
 * response. All responses have the same length, so counting bytes is enough, and cheap.
 */
export async function measureRate(
  url: string,
  address: string,
  connections: number,
  seconds: number,
  headers: Record<string, string> = {},
): Promise<number> {
  const lines = Object.entries({ host: 'bench', ...headers }).map(([name, value]) => `${name}: ${value}`)
  const request = `GET ${address} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`
  const port = Number(new URL(url).port)
  const length = await measureAnswer(port, request)
  let answers = 0
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)))
  for (const socket of sockets) {
    let received = 0
    socket.on('data', (data: Buffer) => {
      received += data.length
      if (received < length) return
      received -= length
      answers += 1
      socket.write(request)
    })
    socket.write(request)
  }
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  for (const socket of sockets) socket.destroy()
  return answers / seconds
}

async function open(port: number): Promise<Socket> {
  const socket = connect(port, 'localhost')
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  return socket
}

/** The size of one response in bytes, headers included. */
async function measureAnswer(port: number, request: string): Promise<number> {
  const socket = await open(port)
  socket.write(request)
  let received = 0
  await new Promise<void>((resolve) => {
    let timer: NodeJS.Timeout
    socket.on('data', (data: Buffer) => {
      received += data.length
      clearTimeout(timer)
      timer = setTimeout(resolve, 200)
    })
  })
  socket.destroy()
  return received
}

/** The value below which `share` of the numbers are. */
export function percentile(numbers: number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export const median = (numbers: number[]) => percentile(numbers, 0.5)

/** The milliseconds until all sites show an edit. Throws after ten seconds. */
export async function timeUntilShown(urls: readonly string[], { address, words }: Edit): Promise<number> {
  const started = performance.now()
  for (const url of urls) {
    while (!(await (await fetch(url + address)).text()).includes(words)) {
      if (performance.now() - started > 10_000) throw new Error('The edit was not shown within 10 s.')
    }
  }
  return performance.now() - started
}
