import { type Agent, Agent as PlainAgent } from 'node:http'
import { Agent as TlsAgent } from 'node:https'
import { setTimeout as sleep } from 'node:timers/promises'
import { ask } from '@/tools/soak/ask'

const count = 6

/** A phase lasts as long as its work, and at least this many visits. */
const fewest = 150

type Visit = { path: string; expected: number; isCached: boolean }

/** What is done meanwhile, and the results of the visits that began then. `isAway`: only cached pages can be answered. */
type Phase = { name: string; isAway: boolean; refused: number; failed: string[]; cached: number[]; others: number[] }

/**
 * Visitors of a site who request the pages of `paths` repeatedly, and now and then search for one of `words`, or request an
 * unknown address: both need the library.
 */
export class Visitors {
  readonly #url: string
  readonly #paths: string[]
  readonly #words: string[]
  readonly #agent: Agent
  readonly #over = new AbortController()
  readonly #visits: Promise<unknown>
  readonly #phases: Phase[] = []
  #phase = toPhase('before')
  #visited = 0

  constructor(url: string, paths: string[], words: string[]) {
    this.#url = url
    this.#paths = paths
    this.#words = words
    this.#agent = url.startsWith('https:')
      ? new TlsAgent({ keepAlive: true, rejectUnauthorized: false })
      : new PlainAgent({ keepAlive: true })
    this.#visits = Promise.all(Array.from({ length: count }, (_, number) => this.#visitor(number)))
  }

  /** Counts what visitors get while something is done, and a while longer. Returns how many were told to retry. */
  async during(name: string, work: () => Promise<unknown>, isAway = false) {
    const phase = toPhase(name, isAway)
    this.#phase = phase
    this.#phases.push(phase)
    await work()
    for (const enough = this.#visited + fewest; this.#visited < enough; ) await sleep(20)
    return phase.refused
  }

  /** Resolves when the last of them has its response. */
  async stop() {
    this.#over.abort()
    await this.#visits
    this.#agent.destroy()
  }

  /** Unexpected responses, and connections that failed. */
  get failed(): string[] {
    return this.#phases.flatMap(({ failed }) => failed)
  }

  /** How long the slowest response took, in milliseconds. */
  get slowest(): number {
    return Math.max(0, ...this.#phases.flatMap(({ cached, others }) => [...cached, ...others]))
  }

  /** A line for each phase. */
  get report(): string[] {
    const slowest = (times: number[]) => Math.round(Math.max(0, ...times))
    return this.#phases.map(
      ({ name, cached, others, failed, refused }) =>
        `${name}: ${cached.length + others.length} requests, ${failed.length} failed, ${refused} told to retry;` +
        ` the slowest ${slowest(cached)} ms of cached pages, ${slowest(others)} ms of others`,
    )
  }

  /** Sends one more request. */
  async visit({ path, expected, isCached }: Visit) {
    const phase = this.#phase
    const from = performance.now()
    await ask(this.#url + path, 'br', this.#agent).then(
      ({ status, retryAfter }) => {
        // A server may answer with Retry-After if it is overloaded or the library is unavailable. HAProxy does not.
        const mayRefuse = !(phase.isAway && isCached) && retryAfter
        if ([429, 503].includes(status) && mayRefuse) phase.refused += 1
        else if (status !== expected) phase.failed.push(`${path} was answered ${status} (${phase.name})`)
      },
      (error: Error) => phase.failed.push(`${path}: ${error.message} (${phase.name})`),
    )
    phase[isCached ? 'cached' : 'others'].push(performance.now() - from)
    this.#visited += 1
  }

  async #visitor(number: number) {
    for (let turn = number; !this.#over.signal.aborted; turn += 7) {
      await this.visit(this.#choose(turn))
      await sleep(10)
    }
  }

  #choose(turn: number): Visit {
    if (turn % 30 === 29) {
      return { path: `/api/search?q=${this.#words[turn % this.#words.length]}`, expected: 200, isCached: false }
    }
    if (turn % 15 === 7) return { path: `/learn/law/questions/none-${turn}`, expected: 404, isCached: false }
    return { path: this.#paths[turn % this.#paths.length] as string, expected: 200, isCached: true }
  }
}

const toPhase = (name: string, isAway = false): Phase => ({
  name,
  isAway,
  refused: 0,
  failed: [],
  cached: [],
  others: [],
})
