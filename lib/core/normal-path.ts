import { decodeAddress } from './decode-address'

/** In characters, as browsers send it: far longer than any address of the site; longer paths are not looked up. */
const longest = 2_048

/** What a decoded address may not contain: control characters, half of a character, and what servers treat as a slash. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it looks for them
const forbidden = /[\x00-\x1f\x7f\\\p{Cs}]/u

/**
 * The normal form in which a path is looked up: decoded, in lower case, without double or trailing slashes.
 * Undefined if it cannot be an address: too long, badly encoded, or with an encoded slash or control character.
 */
export function toNormalPath(path: string): string | undefined {
  if (path.length > longest || !path.startsWith('/') || /%2f/i.test(path)) return undefined
  const decoded = decodeAddress(path)
  if (decoded === undefined || forbidden.test(decoded)) return undefined
  const normal =
    decoded
      .normalize('NFC')
      .toLowerCase()
      .replaceAll(/\/{2,}/g, '/')
      .replace(/\/$/, '') || '/'
  return encodeURI(normal).length > longest ? undefined : normal
}
