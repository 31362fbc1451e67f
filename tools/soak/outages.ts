/** When the server was away because it was killed: only then may a connection fail. Times are in milliseconds. */
export class Outages {
  readonly #windows: { from: number; to: number }[] = []

  /** Begins before the server is killed; the function that is given ends it, once the server answers again. */
  begin(): () => void {
    const window = { from: performance.now(), to: Number.POSITIVE_INFINITY }
    this.#windows.push(window)
    return () => {
      window.to = performance.now()
    }
  }

  /** Whether a request that was under way from `from` until now may have met an outage. */
  covers(from: number): boolean {
    return this.#windows.some((window) => from <= window.to && window.from <= performance.now())
  }

  /** How long each was. */
  list = () => this.#windows.map(({ from, to }) => to - from)
}
