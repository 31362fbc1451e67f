import { writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { serveCommand } from '@/scripts/serve-command'
import { readProcessorSeconds, type Server, startServer } from '@/tools/served-site/processes'
import type { Answer } from './bare-server'
import type { Report } from './figures'
import { benchDir } from './libraries'
import { measureRate, median } from './load'

const connections = 32
const seconds = 3

/** As browsers send it. */
const accepted = { 'accept-encoding': 'gzip, deflate, br' }

/** Node adds these itself. */
const ofConnection = ['date', 'connection', 'keep-alive']

/**
 * Requests one cached page as fast as it is answered, in turns with a bare node:http server that sends the same bytes with
 * the same headers. On a busy machine, processor time says more than responses a second.
 */
export async function measureCachedPage(site: Server, address: string, port: number, rounds: number, report: Report) {
  const answer = path.resolve(benchDir, 'cached-page.json')
  await fetch(site.url + address, { headers: accepted })
  writeFileSync(answer, JSON.stringify(await readAnswer(site.url + address)))
  const flags = serveCommand.filter((argument) => argument.startsWith('--'))
  const command = [...flags, '--import', 'tsx', 'tools/bench/bare-server.ts']
  const { server: bare } = await startServer(command, port, '/', { ANSWER: answer })
  const turns: [own: Turn, bare: Turn][] = []
  // The first turn warms both up.
  for (let round = 0; round <= rounds; round += 1) {
    turns.push([await measureTurn(site, address), await measureTurn(bare, address)])
  }
  await bare.stop()
  const warm = turns.slice(1)
  report('cached pages a second, 32 connections', median(warm.map(([own]) => own.rate)), '/s')
  report('  a bare node:http server with the same answer', median(warm.map(([, bare]) => bare.rate)), '/s')
  report('  ratio to the bare server', median(warm.map(([own, bare]) => own.rate / bare.rate)), '×')
  report('  processor time of a cached page', median(warm.map(([own]) => own.processor)), 'µs')
  report('  of the bare server', median(warm.map(([, bare]) => bare.processor)), 'µs')
  report('  ratio by processor time', median(warm.map(([own, bare]) => bare.processor / own.processor)), '×')
}

/** Responses a second, and the processor time of one in µs. */
type Turn = { rate: number; processor: number }

async function measureTurn({ url, process }: Server, address: string): Promise<Turn> {
  const before = readProcessorSeconds(process.pid)
  const rate = await measureRate(url, address, connections, seconds, accepted)
  return { rate, processor: ((readProcessorSeconds(process.pid) - before) / (rate * seconds)) * 1e6 }
}

async function readAnswer(url: string): Promise<Answer> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers: accepted }, resolve).on('error', reject)
  })
  const body = await buffer(response)
  const { rawHeaders } = response
  const headers = rawHeaders.filter((_, index) => {
    const name = rawHeaders[index - (index % 2)] ?? ''
    return !ofConnection.includes(name.toLowerCase())
  })
  return { headers, body: body.toString('base64') }
}
