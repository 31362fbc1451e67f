/** A rendered page, ready to be sent. */
export type Page = {
  status: number
  headers: Record<string, string>
  /** The HTML in UTF-8. */
  body: Buffer
  /** The body compressed, by content encoding, once somebody asked for it. */
  encoded: Map<string, Promise<Buffer>>
}
