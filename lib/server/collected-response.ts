import { ServerResponse } from 'node:http'

/** A response that is collected in memory. */
export class CollectedResponse extends ServerResponse {
  readonly #chunks: Buffer[] = []
  #resolve: (body: Buffer) => void = () => {}

  /** What was written, once the response has ended. */
  readonly body = new Promise<Buffer>((resolve) => {
    this.#resolve = resolve
  })

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    this.#add(chunk, rest)
    return true
  }

  override end(chunk?: unknown, ...rest: unknown[]): this {
    this.#add(chunk, rest)
    this.#resolve(Buffer.concat(this.#chunks))
    this.finished = true
    this.emit('finish')
    this.emit('close')
    return this
  }

  override flushHeaders() {}

  /** `rest` is an encoding, a callback, both or neither; the callback may come first. */
  #add(chunk: unknown, rest: unknown[]) {
    if (typeof chunk === 'string') {
      this.#chunks.push(Buffer.from(chunk, typeof rest[0] === 'string' ? (rest[0] as BufferEncoding) : 'utf8'))
    } else if (chunk instanceof Uint8Array) this.#chunks.push(Buffer.from(chunk))
    const written = [chunk, ...rest].find((value) => typeof value === 'function')
    if (written) queueMicrotask(written as () => void)
  }
}
