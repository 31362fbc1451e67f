import * as http from 'node:http'
import * as https from 'node:https'

export type Answer = { status: number; retryAfter: string | undefined }

/** The timeout of a request, in ms: the server gives up a rendering after 20 s. */
const patience = 60_000

/** Requests an address and reads the whole response; rejects if the connection fails, even midway. */
export function ask(url: string, encoding: string, agent: http.Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { get } = url.startsWith('https:') ? https : http
    const request = get(url, { agent, headers: { 'accept-encoding': encoding } }, (response) => {
      response.on('error', reject).resume()
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] }),
      )
    })
    request.setTimeout(patience, () => request.destroy(new Error(`there was no answer within ${patience / 1000} s`)))
    request.on('error', reject)
  })
}
