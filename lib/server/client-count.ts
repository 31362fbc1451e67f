import { createHmac, randomBytes } from 'node:crypto'

/** Addresses share this many counts, so that no number of visitors can fill the memory. */
const counts = 65_536

/** Nobody can tell which addresses share a count, and use up the searches of another on purpose. */
const secret = randomBytes(16)

/** The count of an address. A network hands out IPv6 addresses by the 64 bits, so these count as one. */
export function toClientCount(address: string): number {
  const isV6 = address.includes(':') && !address.startsWith('::ffff:')
  const network = isV6 ? toNetwork(address) : address
  return createHmac('sha256', secret).update(network).digest().readUInt32LE(0) % counts
}

function toNetwork(address: string): string {
  const [before = '', after] = address.split('::')
  const head = before ? before.split(':') : []
  const tail = after ? after.split(':') : []
  const zeros = after === undefined ? [] : Array(Math.max(0, 8 - head.length - tail.length)).fill('0')
  return [...head, ...zeros, ...tail].slice(0, 4).join(':')
}
