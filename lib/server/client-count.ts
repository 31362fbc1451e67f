import { createHmac, randomBytes } from 'node:crypto'
import ipaddr from 'ipaddr.js'
import { settings } from '@/lib/core/settings'

/** All addresses share this many counters, so that no number of visitors can exhaust memory. */
const counts = 65_536

/**
 * Keeps anybody from finding out which addresses share a counter, to use up somebody else's searches on purpose. Servers
 * that count together share it: the address of their PostgreSQL, or what scripts/workers.mjs gives its workers.
 */
const secret = settings.databaseUrl ?? process.env.CLIENT_SECRET ?? randomBytes(16)

/** The number of the counter that an address uses. */
export const toClientCount = (address: string) =>
  createHmac('sha256', secret).update(toNetwork(address)).digest().readUInt32LE(0) % counts

/**
 * What counts as one visitor: an IPv4 address, in any notation, or the /64 prefix of an IPv6 address, since networks
 * hand these out whole. Anything that is not an address counts as it is written.
 */
export function toNetwork(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  return parsed instanceof ipaddr.IPv6 ? parsed.parts.slice(0, 4).join(':') : parsed.toString()
}
