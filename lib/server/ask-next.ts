import { IncomingMessage, type ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { CollectedResponse } from './collected-response'

/** Next's request handler. */
export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export type NextAnswer = { status: number; headers: Partial<Record<string, string>>; body: Buffer }

/** Gives what Next answers at a path (and query), to a visitor with the headers in `passed`. */
export type AskNext = (url: string, passed?: Record<string, string>) => Promise<NextAnswer>

/**
 * What Next answers at a path (and query), asked apart from any visitor's connection: what a visitor sends, breaks off
 * or takes slowly can neither shape nor hold up what Next does. It sees of him the headers in `passed`, nothing else.
 */
export async function askNext(handle: Handle, url: string, passed: Record<string, string> = {}): Promise<NextAnswer> {
  const request = new IncomingMessage(new Socket())
  Object.assign(request, { method: 'GET', url, headers: { ...passed, host: 'localhost' }, complete: true })
  request.push(null)
  const response = new CollectedResponse(request)
  await handle(request, response)
  const body = await response.body
  const headers = Object.fromEntries(
    Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]),
  )
  return { status: response.statusCode, headers, body }
}
