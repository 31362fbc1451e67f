import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import Negotiator from 'negotiator'

/** The better way first. */
const encodings = ['br', 'gzip', 'identity'] as const

export type Encoding = (typeof encodings)[number]

/** The encoding that an Accept-Encoding asks for, of several the better one; undefined where it takes none of ours. */
export const chooseEncoding = (accepted: string) =>
  new Negotiator({ headers: { 'accept-encoding': accepted } }).encoding(encodings, { preferred: encodings })

// Of 0 to 11: from here on each step costs more than it saves.
const brotliQuality = 4

/** Compresses beside the main thread. */
const compressors = {
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } }),
  gzip: promisify<Buffer, Buffer>(gzip),
}

/** A page's bytes in an encoding. */
export async function encode(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'identity') return body
  // A copy: what zlib gives is a small part of a large buffer, which would be held with it.
  return Buffer.from(await compressors[encoding](body))
}
