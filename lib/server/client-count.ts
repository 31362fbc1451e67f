import { createHmac, randomBytes } from 'node:crypto'
import ipaddr from 'ipaddr.js'

/** Addresses share this many counts, so that no number of visitors can fill the memory. */
const counts = 65_536

/** Nobody can tell which addresses share a count, and use up the searches of another on purpose. */
const secret = randomBytes(16)

/** The count of an address, of however many visitors there are. */
export const toClientCount = (address: string) =>
  createHmac('sha256', secret).update(toNetwork(address)).digest().readUInt32LE(0) % counts

/**
 * What counts as one visitor: an IPv4 address, however it is written, and of an IPv6 address the 64 bits by which
 * networks hand them out. What is no address counts as it is written.
 */
export function toNetwork(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  return parsed instanceof ipaddr.IPv6 ? parsed.parts.slice(0, 4).join(':') : parsed.toString()
}
