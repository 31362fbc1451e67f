import { type RateLimiterAbstract, RateLimiterMemory } from 'rate-limiter-flexible'

/** Short, so that nobody waits long once the budget of all visitors is spent. */
const everybodySeconds = 2

/** Whose budget is used up: that of one visitor, or the one that everybody shares. */
export type Refusal = { whose: 'visitor' | 'everybody'; seconds: number }

/** Opens a counter by its name: of points that each key may use up in `duration` seconds. */
export type OpenLimiter = (options: { keyPrefix: string; points: number; duration: number }) => RateLimiterAbstract

const openInMemory: OpenLimiter = (options) => new RateLimiterMemory(options)

/**
 * The search budgets. Each visitor has a number of searches and of milliseconds per minute, across all servers that share
 * the counters of `open`; all visitors together have `percent` of a processor's time in this process. A search's time is
 * known only afterwards, so one is allowed while any budget is left. Searches and sheets (`of`) are counted separately.
 */
export class SearchBudget {
  readonly #searchesPerMinute: number
  readonly #searches: RateLimiterAbstract
  readonly #time: RateLimiterAbstract
  readonly #everybody: RateLimiterMemory
  /** Visitors who were refused, and for how long, so that refusing them again needs no query of a shared counter. */
  readonly #refused = new RateLimiterMemory({ points: 0, duration: 1 })

  constructor(
    searchesPerMinute: number,
    msPerMinute: number,
    {
      percent,
      open = openInMemory,
      of = 'searches',
    }: { percent: number; open?: OpenLimiter | undefined; of?: 'searches' | 'sheets' },
  ) {
    const everybodyMs = everybodySeconds * 10 * percent
    this.#everybody = new RateLimiterMemory({ points: everybodyMs, duration: everybodySeconds })
    this.#searchesPerMinute = searchesPerMinute
    this.#searches = open({ keyPrefix: of, points: searchesPerMinute, duration: 60 })
    this.#time = open({ keyPrefix: of === 'searches' ? 'ms' : 'ms-of-sheets', points: msPerMinute, duration: 60 })
  }

  /** Counts a search. If it is not allowed, returns whose budget is used up, and for how long. */
  async take(visitor: number): Promise<Refusal | undefined> {
    const spent = (await this.#refused.get(visitor)) ?? (await this.#findSpent(visitor))
    if (spent) return { whose: 'visitor', ...toWait(spent) }
    const all = await this.#everybody.get('all')
    return all && all.remainingPoints === 0 ? { whose: 'everybody', ...toWait(all) } : undefined
  }

  async #findSpent(visitor: number) {
    const [counted, time] = await Promise.all([this.#searches.penalty(visitor), this.#time.get(visitor)])
    const spent = counted.consumedPoints > this.#searchesPerMinute ? counted : time?.remainingPoints === 0 ? time : null
    if (spent) await this.#refused.block(visitor, Math.ceil(spent.msBeforeNext / 1000))
    return spent
  }

  /** Charges the time of a search to the visitor and to everybody's budget. */
  charge(visitor: number, ms: number) {
    // The limiter counts whole points; a search of less than one is not free.
    const points = Math.ceil(ms)
    void this.#time.penalty(visitor, points)
    void this.#everybody.penalty('all', points)
  }
}

const toWait = ({ msBeforeNext }: { msBeforeNext: number }) => ({
  seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
})
