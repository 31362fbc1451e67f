import type { ServerResponse } from 'node:http'

/**
 * Next gives each header of a route handler as a list of one, in which its own compression does not recognise a type
 * that can be compressed (next/dist/server/base-http/node.js, `appendHeader`).
 */
export function keepSingleHeaders(response: ServerResponse) {
  const setHeader = response.setHeader.bind(response)
  response.setHeader = (name, value) =>
    setHeader(name, Array.isArray(value) && value.length === 1 ? String(value[0]) : value)
}
