/**
 * An address hashed to a 53-bit integer, for tables in which its hundred characters would take most of the space
 * (cyrb53, https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js).
 */
export function hashAddress(address: string): number {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < address.length; at += 1) {
    const code = address.charCodeAt(at)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return 4294967296 * (2097151 & low) + (high >>> 0)
}
