import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'

export const userAgent = 'Mozilla/5.0 (compatible; learn-crawl/1.0)'

/** The timeout of a request, in ms. */
const patience = 30_000

/** A response, without following redirects; without one, `status` is 0 and `location` the reason. */
export type Fetched = { status: number; type: string; noindex: boolean; location: string; body: string }

/** Sends requests to one server, over keep-alive connections. */
export class Client {
  private readonly agent: http.Agent
  private readonly request: typeof http.request
  /** The Host header, if it differs from the host in `origin`. */
  host: string | undefined

  constructor(readonly origin: string) {
    const { Agent, request } = origin.startsWith('https:') ? https : http
    this.agent = new Agent({ keepAlive: true })
    this.request = request
  }

  /** The response for a path, its body not yet read. */
  open(path: string): Promise<IncomingMessage> {
    const headers = {
      'user-agent': userAgent,
      accept: 'text/html,*/*;q=0.8',
      ...(this.host === undefined ? {} : { host: this.host }),
    }
    return new Promise((resolve, reject) => {
      const request = this.request(this.origin + path, { agent: this.agent, headers }, resolve)
      request.setTimeout(patience, () => request.destroy(new Error(`no answer within ${patience / 1000} seconds`)))
      request.on('error', reject).end()
    })
  }

  async get(path: string): Promise<Fetched> {
    try {
      const response = await this.open(path)
      const { 'content-type': type = '', 'x-robots-tag': robots = '', location = '' } = response.headers
      const noindex = String(robots).includes('noindex')
      return { status: response.statusCode ?? 0, type, noindex, location, body: await readText(response, type) }
    } catch (error) {
      return { status: 0, type: '', noindex: false, location: toReason(error as Error), body: '' }
    }
  }

  close() {
    this.agent.destroy()
  }
}

/** The body of a text response; other types are drained and discarded. */
async function readText(response: IncomingMessage, type: string): Promise<string> {
  const chunks: Buffer[] = []
  const wanted = /text|xml|json/.test(type)
  for await (const chunk of response) if (wanted) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

const toReason = (error: NodeJS.ErrnoException) => error.message || (error.code ?? 'no reason')
