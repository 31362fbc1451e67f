import * as http from 'node:http'
import * as https from 'node:https'

export type Answer = { status: number; retryAfter: string | undefined }

/** No answer may take longer, in ms: a rendering is given up after 20 s. */
const patience = 60_000

/** Asks for an address and takes the whole answer; rejects where the connection fails, at its beginning or in the midst. */
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
