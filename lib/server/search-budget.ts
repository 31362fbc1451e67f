import { RateLimiterMemory } from 'rate-limiter-flexible'

/** In windows so short that nobody waits long: of searches, half of one processor. */
const everybodySeconds = 2
const everybodySearches = 1_000

/** Whose budget is used up: that of one visitor, or the one that everybody shares. */
export type Refusal = { whose: 'visitor' | 'everybody'; seconds: number }

/**
 * The search budgets. Each visitor has a number of searches and of milliseconds a minute; all visitors together have
 * half of the time. A search's time is known only afterwards, so one is allowed while any budget is left.
 */
export class SearchBudget {
  readonly #searches: RateLimiterMemory
  readonly #time: RateLimiterMemory
  readonly #everybody: RateLimiterMemory

  constructor(searchesPerMinute: number, msPerMinute: number, everybodyMs = everybodySearches) {
    this.#everybody = new RateLimiterMemory({ points: everybodyMs, duration: everybodySeconds })
    this.#searches = new RateLimiterMemory({ points: searchesPerMinute, duration: 60 })
    this.#time = new RateLimiterMemory({ points: msPerMinute, duration: 60 })
  }

  /** Counts a search. If it is not allowed, returns whose budget is used up, and for how long. */
  async take(visitor: number): Promise<Refusal | undefined> {
    const counted = await this.#searches.penalty(visitor)
    if (counted.consumedPoints > this.#searches.points) return { whose: 'visitor', ...toWait(counted) }
    const time = await this.#time.get(visitor)
    if (time && time.remainingPoints === 0) return { whose: 'visitor', ...toWait(time) }
    const all = await this.#everybody.get('all')
    return all && all.remainingPoints === 0 ? { whose: 'everybody', ...toWait(all) } : undefined
  }

  /** Charges the time of a search to the visitor and to everybody's budget. */
  charge(visitor: number, ms: number) {
    // The limiter counts whole points; a search of less than one is not free.
    const points = Math.ceil(ms)
    this.#time.penalty(visitor, points)
    this.#everybody.penalty('all', points)
  }
}

const toWait = ({ msBeforeNext }: { msBeforeNext: number }) => ({
  seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
})
