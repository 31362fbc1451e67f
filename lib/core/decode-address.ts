/** An address, or a part of one, without its percent signs; undefined where they are not those of UTF-8. */
export function decodeAddress(address: string): string | undefined {
  try {
    return decodeURIComponent(address)
  } catch {
    return undefined
  }
}
