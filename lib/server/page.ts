import { type Encoding, encode } from './encodings'
import { toOwnMemory } from './own-memory'

/** A page in one encoding. `headers` have the flat form that Node sends as it is: name, value, name, value. */
export type EncodedPage = { headers: string[]; body: Buffer }

/** The types that are worth compressing. */
const compressible = /^text\/|[/+](?:javascript|json|xml)\b/

/** A rendered page or a file, ready to be sent: its headers are built once. */
export class Page {
  readonly status: number
  /** Empty if it has none. */
  readonly etag: string
  readonly isCompressible: boolean
  /** Those that do not depend on the encoding. */
  readonly headers: string[]
  /** The unencoded body: of a page, the HTML in UTF-8. */
  readonly body: Buffer
  readonly #encoded = new Map<Encoding, EncodedPage>()
  readonly #encoding = new Map<Encoding, Promise<EncodedPage>>()

  constructor(status: number, headers: Record<string, string>, body: Buffer) {
    this.status = status
    this.etag = headers.etag ?? ''
    this.isCompressible = compressible.test(headers['content-type'] ?? '')
    this.headers = Object.entries(this.isCompressible ? { ...headers, vary: 'Accept-Encoding' } : headers).flat()
    this.body = toOwnMemory(body)
  }

  /** The page in an encoding, if it was encoded before. */
  getEncoded(encoding: Encoding): EncodedPage | undefined {
    return this.#encoded.get(encoding)
  }

  /** Encodes the page; concurrent calls share one encoding. */
  encode(encoding: Encoding): Promise<EncodedPage> {
    let encoded = this.#encoding.get(encoding)
    if (!encoded) {
      encoded = this.#encode(encoding).finally(() => this.#encoding.delete(encoding))
      this.#encoding.set(encoding, encoded)
    }
    return encoded
  }

  async #encode(encoding: Encoding): Promise<EncodedPage> {
    const body = await encode(this.body, encoding)
    const headers = [...this.headers, 'content-length', String(body.length)]
    if (encoding !== 'identity') headers.push('content-encoding', encoding)
    const encoded = { headers, body }
    this.#encoded.set(encoding, encoded)
    return encoded
  }
}
