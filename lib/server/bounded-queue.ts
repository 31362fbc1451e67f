/** There was no place for a piece of work, or nobody waits for it any more. */
export class Refused extends Error {}

/** Does so many pieces of work at a time. So many more wait, in order of arrival; the rest is refused at once. */
export class BoundedQueue {
  readonly #limits: { places: number; waiting: number }
  readonly #waiting = new Set<() => void>()
  #taken = 0

  constructor(limits: { places: number; waiting: number }) {
    this.#limits = limits
  }

  /** What `work` gives. Throws `Refused` where the queue is full, or where `signal` aborts before the work begins. */
  async run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    await this.#takePlace(signal)
    try {
      return await work()
    } finally {
      // Not at once: answers that need no work come in between.
      setImmediate(() => this.#leavePlace())
    }
  }

  #takePlace(signal: AbortSignal): Promise<void> | undefined {
    if (signal.aborted) throw new Refused('Nobody waits for this.')
    if (this.#taken < this.#limits.places) {
      this.#taken += 1
      return undefined
    }
    if (this.#waiting.size >= this.#limits.waiting) throw new Refused('Too many wait.')
    return new Promise((resolve, reject) => {
      const begin = () => {
        signal.removeEventListener('abort', giveUp)
        resolve()
      }
      const giveUp = () => {
        this.#waiting.delete(begin)
        reject(new Refused('Nobody waits for this.'))
      }
      this.#waiting.add(begin)
      signal.addEventListener('abort', giveUp, { once: true })
    })
  }

  #leavePlace() {
    const [next] = this.#waiting
    if (next) {
      this.#waiting.delete(next)
      next()
    } else this.#taken -= 1
  }
}
