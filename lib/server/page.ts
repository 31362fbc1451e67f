import type { Encoding } from './encodings'

/** A rendered page, ready to be sent. */
export type Page = {
  status: number
  headers: Record<string, string> & { etag: string }
  /** The HTML in UTF-8. */
  body: Buffer
  /** The body in each encoding that somebody asked for. */
  encoded: Map<Encoding, Promise<Buffer>>
}
