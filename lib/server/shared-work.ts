type Shared<T> = { result: Promise<T>; visitors: number; controller: AbortController }

/** Work that is done once for all visitors who request it at the same time. */
export class SharedWork<T> {
  readonly #running = new Map<string, Shared<T>>()

  /** The result of `work`. The signal that `work` gets aborts once all visitors waiting for it have disconnected. */
  run(key: string, work: (signal: AbortSignal) => Promise<T>, visitor: AbortSignal): Promise<T> {
    const shared = this.#running.get(key) ?? this.#start(key, work)
    shared.visitors += 1
    visitor.addEventListener(
      'abort',
      () => {
        shared.visitors -= 1
        if (shared.visitors === 0) shared.controller.abort()
      },
      { once: true },
    )
    return shared.result
  }

  #start(key: string, work: (signal: AbortSignal) => Promise<T>): Shared<T> {
    const controller = new AbortController()
    const result = work(controller.signal).finally(() => this.#running.delete(key))
    const shared = { result, visitors: 0, controller }
    this.#running.set(key, shared)
    return shared
  }
}
