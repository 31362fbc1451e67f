import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import Negotiator from 'negotiator'
import { toOwnMemory } from './own-memory'

/** Best first. */
const encodings = ['br', 'gzip', 'identity'] as const

export type Encoding = (typeof encodings)[number]

/** By Accept-Encoding header: browsers send only a few different ones. */
const choices = new LRUCache<string, Encoding>({ max: 100 })

/** The best encoding that an Accept-Encoding header allows; undefined if it allows none of ours. */
export function chooseEncoding(accepted = ''): Encoding | undefined {
  const known = choices.get(accepted)
  if (known) return known
  const negotiator = new Negotiator({ headers: { 'accept-encoding': accepted } })
  const encoding = negotiator.encoding(encodings, { preferred: encodings })
  choices.set(accepted, encoding)
  return encoding
}

// On a scale of 0 to 11. Each step above costs more than it saves.
const brotliQuality = 4

/** These compress off the main thread. */
const compressors = {
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } }),
  gzip: promisify<Buffer, Buffer>(gzip),
}

/** A page's bytes in an encoding. */
export async function encode(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'identity') return body
  return toOwnMemory(await compressors[encoding](body))
}
