/**
 * Next gives each header of a route handler as a list of one, in which its own compression does not recognise a type
 * that can be compressed (next/dist/server/base-http/node.js, `appendHeader`).
 *
 * @param {import('node:http').ServerResponse} response
 */
export function keepSingleHeaders(response) {
  const setHeader = response.setHeader.bind(response)
  response.setHeader = (name, value) => setHeader(name, Array.isArray(value) && value.length === 1 ? value[0] : value)
}
