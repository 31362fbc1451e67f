import { metricEvents } from '@/lib/core/metric-events'

/** The queue was full, or nobody waits for the work any more. */
export class Refused extends Error {}

/** Runs up to `places` pieces of work at a time. Up to `waiting` more wait, in order of arrival; the rest are refused. */
export class BoundedQueue {
  readonly #name: string
  readonly #limits: { places: number; waiting: number }
  readonly #waiting = new Set<() => void>()
  #running = 0

  /** `name` is what metrics call it. */
  constructor(name: string, limits: { places: number; waiting: number }) {
    this.#name = name
    this.#limits = limits
  }

  /** Returns the result of `work`. Throws `Refused` if the queue is full, or if `signal` aborts before the work begins. */
  async run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    await this.#takePlace(signal)
    const started = performance.now()
    try {
      const result = await work()
      metricEvents.done.publish({ queue: this.#name, ms: performance.now() - started })
      return result
    } finally {
      // Deferred, so that answers that need no work get their turn in between.
      setImmediate(() => this.#leavePlace())
    }
  }

  #takePlace(signal: AbortSignal): Promise<void> | undefined {
    if (signal.aborted) throw new Refused('Nobody waits for this.')
    if (this.#running < this.#limits.places) {
      this.#running += 1
      return undefined
    }
    if (this.#waiting.size >= this.#limits.waiting) {
      metricEvents.refused.publish({ queue: this.#name })
      throw new Refused('The queue is full.')
    }
    return new Promise((resolve, reject) => {
      const begin = () => {
        signal.removeEventListener('abort', giveUp)
        resolve()
      }
      const giveUp = () => {
        this.#waiting.delete(begin)
        this.#publishWaiting()
        reject(new Refused('Nobody waits for this.'))
      }
      this.#waiting.add(begin)
      this.#publishWaiting()
      signal.addEventListener('abort', giveUp, { once: true })
    })
  }

  #leavePlace() {
    const [next] = this.#waiting
    if (next) {
      this.#waiting.delete(next)
      this.#publishWaiting()
      next()
    } else this.#running -= 1
  }

  #publishWaiting() {
    metricEvents.waiting.publish({ queue: this.#name, count: this.#waiting.size })
  }
}
