/** Percent-decodes an address, or a part of one; undefined if the result is not UTF-8. */
export function decodeAddress(address: string): string | undefined {
  try {
    return decodeURIComponent(address)
  } catch {
    return undefined
  }
}
