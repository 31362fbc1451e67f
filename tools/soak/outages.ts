/** The times when the server was down because it was killed: only then may a connection fail. Times are in milliseconds. */
export class Outages {
  readonly #windows: { from: number; to: number }[] = []

  /** Call it before the server is killed, and the returned function once the server answers again. */
  begin(): () => void {
    const window = { from: performance.now(), to: Number.POSITIVE_INFINITY }
    this.#windows.push(window)
    return () => {
      window.to = performance.now()
    }
  }

  /** Whether a request that was in flight from `from` until now may have met an outage. */
  covers(from: number): boolean {
    return this.#windows.some((window) => from <= window.to && window.from <= performance.now())
  }

  /** The duration of each. */
  list = () => this.#windows.map(({ from, to }) => to - from)
}
