import { RateLimiterMemory } from 'rate-limiter-flexible'

/** Half of one processor, in windows so short that whoever must wait hardly waits. */
const everybodyMs = 1_000
const everybodySeconds = 2

/** `visitor`: one has used up what is his; `everybody`: all together have. */
export type Refusal = { whose: 'visitor' | 'everybody'; seconds: number }

/**
 * What may be searched: so many times a minute, and for so many milliseconds, each visitor; and all together for half
 * of the time. Time is known when it is spent: a search is let in while any is left.
 */
export class SearchBudget {
  readonly #searches: RateLimiterMemory
  readonly #time: RateLimiterMemory
  readonly #everybody = new RateLimiterMemory({ points: everybodyMs, duration: everybodySeconds })

  constructor(searchesPerMinute: number, msPerMinute: number) {
    this.#searches = new RateLimiterMemory({ points: searchesPerMinute, duration: 60 })
    this.#time = new RateLimiterMemory({ points: msPerMinute, duration: 60 })
  }

  /** Counts a search; tells who must wait how long where it may not be made. */
  async take(visitor: number): Promise<Refusal | undefined> {
    const counted = await this.#searches.penalty(visitor)
    if (counted.consumedPoints > this.#searches.points) return { whose: 'visitor', ...toWait(counted) }
    const time = await this.#time.get(visitor)
    if (time && time.remainingPoints === 0) return { whose: 'visitor', ...toWait(time) }
    const all = await this.#everybody.get('all')
    return all && all.remainingPoints === 0 ? { whose: 'everybody', ...toWait(all) } : undefined
  }

  /** Takes what a search took from the visitor's time, and from that of all. */
  charge(visitor: number, ms: number) {
    // The limiter counts whole points; what takes less than one is not free.
    const points = Math.ceil(ms)
    this.#time.penalty(visitor, points)
    this.#everybody.penalty('all', points)
  }
}

const toWait = ({ msBeforeNext }: { msBeforeNext: number }) => ({
  seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
})
