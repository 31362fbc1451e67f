import { IncomingMessage, type ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { CollectedResponse } from './collected-response'
import { renderingTimeout } from './limits'
import { toAddressRead } from './read-query'

/** Next's request handler. */
export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export type NextAnswer = { status: number; headers: Partial<Record<string, string>>; body: Buffer }

/** Requests a path (and query) from Next, with those of the visitor's headers that are in `passed`. */
export type AskNext = (url: string, passed?: Record<string, string>) => Promise<NextAnswer>

/**
 * Next's answer for a path (and query). It is detached from the visitor's connection, so nothing a visitor sends,
 * aborts or reads slowly can influence or hold up Next. Of the visitor's headers Next sees only those in `passed`, and of
 * the query only the parameters that are read.
 */
export async function askNext(handle: Handle, url: string, passed: Record<string, string> = {}): Promise<NextAnswer> {
  const request = new IncomingMessage(new Socket())
  Object.assign(request, {
    method: 'GET',
    url: toAddressRead(url),
    headers: { ...passed, host: 'localhost' },
    complete: true,
  })
  request.push(null)
  const response = new CollectedResponse(request)
  await handle(request, response)
  const body = await response.body
  const headers = Object.fromEntries(
    Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]),
  )
  return { status: response.statusCode, headers, body }
}

/** Next did not answer within `renderingTimeout`. */
export class TookTooLong extends Error {}

/** Asks Next, and throws `TookTooLong` if the answer takes too long. Work that hangs is abandoned: it cannot be stopped. */
export const askInTime =
  (ask: AskNext): AskNext =>
  (url, passed) =>
    new Promise((resolve, reject) => {
      const giveUp = () => reject(new TookTooLong(`Next did not answer within ${renderingTimeout / 1000} seconds.`))
      const timer = setTimeout(giveUp, renderingTimeout)
      ask(url, passed)
        .then(resolve, reject)
        .finally(() => clearTimeout(timer))
    })
