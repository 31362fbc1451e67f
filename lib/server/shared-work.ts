type Shared<T> = { result: Promise<T>; visitors: number; given: AbortController }

/** Work that is done once for all visitors who request it at the same time. */
export class SharedWork<T> {
  readonly #begun = new Map<string, Shared<T>>()

  /** The result of `work`. The signal that `work` gets aborts once all visitors waiting for it have disconnected. */
  run(key: string, work: (signal: AbortSignal) => Promise<T>, visitor: AbortSignal): Promise<T> {
    const shared = this.#begun.get(key) ?? this.#begin(key, work)
    shared.visitors += 1
    visitor.addEventListener(
      'abort',
      () => {
        shared.visitors -= 1
        if (shared.visitors === 0) shared.given.abort()
      },
      { once: true },
    )
    return shared.result
  }

  #begin(key: string, work: (signal: AbortSignal) => Promise<T>): Shared<T> {
    const given = new AbortController()
    const result = work(given.signal).finally(() => this.#begun.delete(key))
    const shared = { result, visitors: 0, given }
    this.#begun.set(key, shared)
    return shared
  }
}
